import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddGuests1750000900050 implements MigrationInterface {
  readonly name = 'AddGuests1750000900050';

  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE INDEX person_email ON person (lower(email))');
    // The code itself stands nowhere: it is derived from the id.
    await db.query(`
      CREATE TABLE one_time_code (
        id uuid PRIMARY KEY,
        address text NOT NULL,
        link_id uuid REFERENCES signed_link (id),
        language text NOT NULL CHECK (language IN ('es', 'en')),
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        attempts int NOT NULL DEFAULT 0,
        ended_at timestamptz
      )`);
    await db.query('CREATE INDEX one_time_code_expiry ON one_time_code (expires_at)');
    await db.query(`
      CREATE TABLE lost_link_request (
        id uuid PRIMARY KEY,
        address text NOT NULL,
        created_at timestamptz NOT NULL
      )`);
    await db.query(`
      CREATE TABLE guest_session (
        id uuid PRIMARY KEY,
        token_hash text NOT NULL CONSTRAINT guest_session_token UNIQUE,
        person_id uuid REFERENCES person (id),
        created_at timestamptz NOT NULL,
        revoked_at timestamptz
      )`);
    await db.query(`
      CREATE TABLE guest_proof (
        id uuid PRIMARY KEY,
        session_id uuid NOT NULL REFERENCES guest_session (id) ON DELETE CASCADE,
        address text,
        person_id uuid REFERENCES person (id),
        proved_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        CONSTRAINT guest_proof_of_one CHECK (num_nulls(address, person_id) = 1)
      )`);
    await db.query('CREATE INDEX guest_proof_session ON guest_proof (session_id)');
    await db.query(`
      CREATE TABLE assistant_grant (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person (id),
        name text NOT NULL CHECK (name <> ''),
        address text NOT NULL CHECK (address !~ '[[:cntrl:],;<>]'),
        granted_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz,
        CONSTRAINT assistant_grant_ends CHECK (expires_at > granted_at)
      )`);
    await db.query('CREATE INDEX assistant_grant_person ON assistant_grant (person_id)');
    await db.query('CREATE INDEX assistant_grant_address ON assistant_grant (lower(address))');
  }

  async down(db: QueryRunner): Promise<void> {
    const tables = ['assistant_grant', 'guest_proof', 'guest_session', 'lost_link_request', 'one_time_code'];
    for (const table of tables) await db.query(`DROP TABLE ${table}`);
    await db.query('DROP INDEX person_email');
  }
}
