import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddSignedLinks1750000100001 implements MigrationInterface {
  readonly name = 'AddSignedLinks1750000100001';

  async up(db: QueryRunner): Promise<void> {
    // The event, the subject and the person belong to upper floors.
    await db.query(`
      CREATE TABLE signed_link (
        id uuid PRIMARY KEY,
        token_hash text NOT NULL UNIQUE,
        purpose text NOT NULL CHECK (purpose IN ('delegation', 'invitation', 'meetings')),
        event_id uuid NOT NULL,
        subject_id uuid NOT NULL,
        person_id uuid,
        issued_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        last_opened_at timestamptz,
        revoked_at timestamptz,
        replaced_by_id uuid REFERENCES signed_link (id),
        CHECK (replaced_by_id IS NULL OR revoked_at IS NOT NULL)
      )`);
    await db.query('CREATE INDEX signed_link_subject ON signed_link (subject_id)');
    await db.query('CREATE INDEX signed_link_event ON signed_link (event_id)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE signed_link');
  }
}
