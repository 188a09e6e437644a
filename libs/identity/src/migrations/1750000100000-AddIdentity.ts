import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddIdentity1750000100000 implements MigrationInterface {
  readonly name = 'AddIdentity1750000100000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE account (
        id uuid PRIMARY KEY,
        email citext NOT NULL CONSTRAINT account_email_unique UNIQUE,
        name text NOT NULL CHECK (name <> ''),
        password_hash text NOT NULL,
        is_administrator boolean NOT NULL,
        disabled_at timestamptz,
        created_at timestamptz NOT NULL
      )`);
    await db.query(`
      CREATE TABLE staff_session (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
        token_hash text NOT NULL UNIQUE,
        created_at timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz
      )`);
    await db.query('CREATE INDEX staff_session_account ON staff_session (account_id)');
    await db.query(`
      CREATE TABLE sign_in_throttle (
        key text PRIMARY KEY,
        attempts int NOT NULL,
        window_started_at timestamptz NOT NULL
      )`);
    // The event belongs to an upper floor, which adds its foreign key to this column.
    await db.query(`
      CREATE TABLE event_staff (
        account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
        event_id uuid NOT NULL,
        role text NOT NULL CHECK (role IN ('organiser', 'reader')),
        granted_at timestamptz NOT NULL,
        PRIMARY KEY (account_id, event_id)
      )`);
    await db.query('CREATE INDEX event_staff_event ON event_staff (event_id)');
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['event_staff', 'sign_in_throttle', 'staff_session', 'account']) {
      await db.query(`DROP TABLE ${table}`);
    }
  }
}
