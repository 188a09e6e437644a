import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddConsents1750000400060 implements MigrationInterface {
  readonly name = 'AddConsents1750000400060';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE consent (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person (id),
        purpose text NOT NULL CHECK (purpose IN ('registration', 'publication', 'photos')),
        text_version int NOT NULL CHECK (text_version > 0),
        language text NOT NULL CHECK (language IN ('es', 'en')),
        given_at timestamptz NOT NULL,
        given_on text NOT NULL,
        withdrawn_at timestamptz,
        withdrawn_on text,
        CONSTRAINT consent_withdrawn_whole CHECK (num_nulls(withdrawn_at, withdrawn_on) IN (0, 2))
      )`);
    await db.query('CREATE UNIQUE INDEX consent_once ON consent (person_id, purpose) WHERE withdrawn_at IS NULL');
    await db.query('ALTER TABLE person ADD COLUMN anonymised_at timestamptz');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE person DROP COLUMN anonymised_at');
    await db.query('DROP TABLE consent');
  }
}
