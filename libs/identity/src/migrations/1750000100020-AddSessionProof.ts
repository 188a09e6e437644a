import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddSessionProof1750000100020 implements MigrationInterface {
  readonly name = 'AddSessionProof1750000100020';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE staff_session
        ADD COLUMN proved_at timestamptz,
        ADD COLUMN address text,
        ADD COLUMN user_agent text`);
    // A session that was there before began with a proof.
    await db.query('UPDATE staff_session SET proved_at = created_at');
    await db.query('ALTER TABLE staff_session ALTER COLUMN proved_at SET NOT NULL');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE staff_session DROP COLUMN proved_at, DROP COLUMN address, DROP COLUMN user_agent');
  }
}
