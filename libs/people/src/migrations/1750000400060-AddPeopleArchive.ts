import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddPeopleArchive1750000400060 implements MigrationInterface {
  readonly name = 'AddPeopleArchive1750000400060';

  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE person ADD COLUMN archived_at timestamptz');
    await db.query('ALTER TABLE position ADD COLUMN archived_at timestamptz');
    // What lists search in and are ordered by; computed once per write, not once per row that is looked at.
    await db.query(`ALTER TABLE person ADD COLUMN searched text COLLATE "C"`);
    await db.query(`
      CREATE FUNCTION describe_person() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.searched := accent_blind(NEW.family_names || ' ' || NEW.given_names || ' ' || coalesce(NEW.email, ''));
        RETURN NEW;
      END $$`);
    await db.query(`
      CREATE TRIGGER person_described BEFORE INSERT OR UPDATE ON person
      FOR EACH ROW EXECUTE FUNCTION describe_person()`);
    await db.query(`
      UPDATE person SET searched = accent_blind(family_names || ' ' || given_names || ' ' || coalesce(email, ''))`);
    await db.query('ALTER TABLE person ALTER COLUMN searched SET NOT NULL');
    await db.query('DROP INDEX person_search');
    await db.query('CREATE INDEX person_search ON person USING gin (searched gin_trgm_ops)');
    await db.query('CREATE INDEX person_order ON person (organization_id, searched, id)');
    await db.query(`
      CREATE INDEX person_same_name ON person (organization_id, accent_blind(family_names || ' ' || given_names))`);
    await db.query('CREATE INDEX person_document ON person (organization_id, document_type, document_number)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX person_document, person_same_name, person_order, person_search');
    await db.query('DROP TRIGGER person_described ON person');
    await db.query('DROP FUNCTION describe_person()');
    await db.query('ALTER TABLE person DROP COLUMN searched');
    await db.query(`
      CREATE INDEX person_search ON person USING gin (accent_blind(given_names || ' ' || family_names) gin_trgm_ops)`);
    await db.query('ALTER TABLE position DROP COLUMN archived_at');
    await db.query('ALTER TABLE person DROP COLUMN archived_at');
  }
}
