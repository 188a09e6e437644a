import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddPeople1750000400000 implements MigrationInterface {
  readonly name = 'AddPeople1750000400000';

  async up(db: QueryRunner): Promise<void> {
    // Without a unique e-mail: two people of one office may share an address.
    await db.query(`
      CREATE TABLE person (
        id uuid PRIMARY KEY,
        given_names text NOT NULL CHECK (given_names <> ''),
        family_names text NOT NULL CHECK (family_names <> ''),
        email text CHECK (email !~ '[[:space:][:cntrl:],;<>]'),
        phone text,
        language text NOT NULL CHECK (language IN ('es', 'en')),
        is_demonstration boolean NOT NULL,
        created_at timestamptz NOT NULL
      )`);
    await db.query(`
      CREATE INDEX person_search ON person USING gin (accent_blind(given_names || ' ' || family_names) gin_trgm_ops)`);
    await db.query(`
      CREATE TABLE position (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
        institution_id uuid NOT NULL REFERENCES institution (id),
        title text NOT NULL CHECK (title <> ''),
        starts_on date NOT NULL,
        ends_on date,
        CONSTRAINT position_ends_after_start CHECK (ends_on >= starts_on)
      )`);
    await db.query('CREATE INDEX position_person ON position (person_id)');
    await db.query('CREATE INDEX position_institution ON position (institution_id)');
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['position', 'person']) await db.query(`DROP TABLE ${table}`);
  }
}
