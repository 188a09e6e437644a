import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddAccountLinks1750000100060 implements MigrationInterface {
  readonly name = 'AddAccountLinks1750000100060';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE account_link (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
        purpose text NOT NULL CHECK (purpose IN ('invitation', 'recovery')),
        language text NOT NULL CHECK (language IN ('es', 'en')),
        token_hash text NOT NULL UNIQUE,
        issued_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        ended_at timestamptz
      )`);
    await db.query('CREATE INDEX account_link_account ON account_link (account_id)');
    // Whoever asks may have no account: the address is only looked up when the mail is written, and the row goes then.
    await db.query(`
      CREATE TABLE recovery_request (
        id uuid PRIMARY KEY,
        email text NOT NULL,
        language text NOT NULL CHECK (language IN ('es', 'en')),
        created_at timestamptz NOT NULL
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE recovery_request');
    await db.query('DROP TABLE account_link');
  }
}
