import type { MigrationInterface, QueryRunner } from 'typeorm';

const roles = "('owner', 'organiser', 'communications', 'reception', 'reader')";

export class AddOrganizations1750000100030 implements MigrationInterface {
  readonly name = 'AddOrganizations1750000100030';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE organization (
        id uuid PRIMARY KEY,
        name text NOT NULL CHECK (name <> ''),
        is_demonstration boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL,
        CONSTRAINT organization_name UNIQUE (name)
      )`);
    // An installation begins with one, which owns all that is there already; whoever administers it gives it its name.
    await db.query("INSERT INTO organization VALUES (gen_random_uuid(), 'Organización principal', false, now())");
    await db.query(`
      CREATE TABLE organization_staff (
        account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
        organization_id uuid NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
        role text NOT NULL CHECK (role IN ${roles}),
        granted_at timestamptz NOT NULL,
        PRIMARY KEY (account_id, organization_id)
      )`);
    await db.query('CREATE INDEX organization_staff_organization ON organization_staff (organization_id)');
    await db.query('ALTER TABLE event_staff DROP CONSTRAINT event_staff_role_check');
    await db.query(`ALTER TABLE event_staff ADD CONSTRAINT event_staff_role_check CHECK (role IN ${roles})`);
    await this.keepAnOwner(db);
    await this.nameTheOnlyOne(db);
  }

  /** Locks the organisation first: of two last owners who leave at the same moment, the second sees that the first is gone. */
  private async keepAnOwner(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION keep_an_owner() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
      BEGIN
        PERFORM FROM organization WHERE id = OLD.organization_id FOR NO KEY UPDATE;
        -- An organisation that is itself removed takes its owners along.
        IF FOUND AND NOT EXISTS (
          SELECT FROM organization_staff WHERE organization_id = OLD.organization_id AND role = 'owner'
        ) THEN
          RAISE EXCEPTION 'The last owner of an organisation cannot be removed'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'organization_keeps_an_owner';
        END IF;
        RETURN NULL;
      END $$`);
    await db.query(`
      CREATE TRIGGER organization_keeps_an_owner AFTER UPDATE OR DELETE ON organization_staff
      FOR EACH ROW WHEN (OLD.role = 'owner') EXECUTE FUNCTION keep_an_owner()`);
  }

  /** Where only one organisation is to be seen, a new row need not say whose it is. */
  private async nameTheOnlyOne(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION belong_to_the_only_organization() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.organization_id IS NULL AND (SELECT count(*) FROM organization) = 1 THEN
          NEW.organization_id := (SELECT id FROM organization);
        END IF;
        RETURN NEW;
      END $$`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE event_staff DROP CONSTRAINT event_staff_role_check');
    await db.query("DELETE FROM event_staff WHERE role NOT IN ('organiser', 'reader')");
    await db.query(
      "ALTER TABLE event_staff ADD CONSTRAINT event_staff_role_check CHECK (role IN ('organiser', 'reader'))",
    );
    for (const table of ['organization_staff', 'organization']) await db.query(`DROP TABLE ${table}`);
    await db.query('DROP FUNCTION keep_an_owner()');
    await db.query('DROP FUNCTION belong_to_the_only_organization()');
  }
}
