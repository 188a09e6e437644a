import type { MigrationInterface, QueryRunner } from 'typeorm';

const factors = [
  // Somebody who signs in by passkey alone has no password.
  `ALTER TABLE account
     ALTER COLUMN password_hash DROP NOT NULL,
     ADD COLUMN requires_second_factor boolean NOT NULL DEFAULT false,
     ADD COLUMN oidc_issuer text,
     ADD COLUMN oidc_subject text,
     ADD CONSTRAINT account_oidc_unique UNIQUE (oidc_issuer, oidc_subject),
     ADD CONSTRAINT account_oidc_whole CHECK ((oidc_issuer IS NULL) = (oidc_subject IS NULL))`,
  `CREATE TABLE passkey (
     id uuid PRIMARY KEY,
     account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
     credential_id text NOT NULL CONSTRAINT passkey_credential_unique UNIQUE,
     public_key bytea NOT NULL,
     counter bigint NOT NULL,
     transports text[] NOT NULL,
     name text NOT NULL CHECK (name <> ''),
     is_backed_up boolean NOT NULL,
     created_at timestamptz NOT NULL,
     last_used_at timestamptz
   )`,
  'CREATE INDEX passkey_account ON passkey (account_id)',
  `CREATE TABLE authenticator (
     id uuid PRIMARY KEY,
     account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
     sealed_secret text NOT NULL,
     created_at timestamptz NOT NULL,
     confirmed_at timestamptz,
     last_step bigint NOT NULL
   )`,
  // One that works and one that is being set up.
  'CREATE UNIQUE INDEX authenticator_one ON authenticator (account_id, (confirmed_at IS NULL))',
  `CREATE TABLE recovery_code (
     id uuid PRIMARY KEY,
     account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
     code_hash text NOT NULL,
     used_at timestamptz
   )`,
  'CREATE UNIQUE INDEX recovery_code_once ON recovery_code (account_id, code_hash)',
];

const steps = [
  `CREATE TABLE sign_in_challenge (
     id uuid PRIMARY KEY,
     purpose text NOT NULL CHECK (purpose IN ('sign_in', 'prove', 'register')),
     account_id uuid REFERENCES account (id) ON DELETE CASCADE,
     challenge text NOT NULL,
     expires_at timestamptz NOT NULL
   )`,
  'CREATE INDEX sign_in_challenge_expiry ON sign_in_challenge (expires_at)',
  `CREATE TABLE pending_sign_in (
     id uuid PRIMARY KEY,
     account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
     token_hash text NOT NULL UNIQUE,
     expires_at timestamptz NOT NULL
   )`,
  'CREATE INDEX pending_sign_in_expiry ON pending_sign_in (expires_at)',
];

export class AddSignInFactors1750000100021 implements MigrationInterface {
  readonly name = 'AddSignInFactors1750000100021';

  async up(db: QueryRunner): Promise<void> {
    for (const statement of [...factors, ...steps]) await db.query(statement);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['pending_sign_in', 'sign_in_challenge', 'recovery_code', 'authenticator', 'passkey']) {
      await db.query(`DROP TABLE ${table}`);
    }
    await db.query('DELETE FROM account WHERE password_hash IS NULL');
    await db.query(`
      ALTER TABLE account
        ALTER COLUMN password_hash SET NOT NULL,
        DROP COLUMN requires_second_factor,
        DROP COLUMN oidc_issuer,
        DROP COLUMN oidc_subject`);
  }
}
