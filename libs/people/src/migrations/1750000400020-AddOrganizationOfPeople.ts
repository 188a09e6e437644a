import type { MigrationInterface, QueryRunner } from 'typeorm';

const first = '(SELECT id FROM organization ORDER BY created_at, id LIMIT 1)';

export class AddOrganizationOfPeople1750000400020 implements MigrationInterface {
  readonly name = 'AddOrganizationOfPeople1750000400020';

  async up(db: QueryRunner): Promise<void> {
    for (const table of ['person', 'position']) {
      await db.query(`ALTER TABLE ${table} ADD COLUMN organization_id uuid REFERENCES organization (id)`);
      await db.query(`UPDATE ${table} SET organization_id = ${first}`);
      await db.query(`ALTER TABLE ${table} ALTER COLUMN organization_id SET NOT NULL`);
      await db.query(`CREATE INDEX ${table}_organization ON ${table} (organization_id)`);
    }
    await db.query(`
      CREATE TRIGGER person_organization BEFORE INSERT ON person
      FOR EACH ROW EXECUTE FUNCTION belong_to_the_only_organization()`);
    // A position is its person's: the same organisation, whoever writes it.
    await db.query('ALTER TABLE person ADD CONSTRAINT person_of_organization UNIQUE (id, organization_id)');
    await db.query(`
      ALTER TABLE position ADD CONSTRAINT position_of_its_organization
      FOREIGN KEY (person_id, organization_id) REFERENCES person (id, organization_id) ON DELETE CASCADE`);
    await db.query(`
      CREATE FUNCTION take_organization_of_person() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.organization_id := (SELECT organization_id FROM person WHERE id = NEW.person_id);
        IF NEW.organization_id IS NULL THEN
          RAISE EXCEPTION 'There is no person %', NEW.person_id
            USING ERRCODE = 'foreign_key_violation', CONSTRAINT = TG_TABLE_NAME || '_person_id_fkey';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(`
      CREATE TRIGGER position_organization BEFORE INSERT OR UPDATE OF person_id, organization_id ON position
      FOR EACH ROW EXECUTE FUNCTION take_organization_of_person()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TRIGGER position_organization ON position');
    await db.query('DROP FUNCTION take_organization_of_person()');
    await db.query('ALTER TABLE position DROP COLUMN organization_id');
    await db.query('DROP TRIGGER person_organization ON person');
    await db.query('ALTER TABLE person DROP COLUMN organization_id');
  }
}
