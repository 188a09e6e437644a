import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddApiKeys1750000100090 implements MigrationInterface {
  readonly name = 'AddApiKeys1750000100090';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE api_key (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization (id),
        event_id uuid,
        name text NOT NULL,
        operations text NOT NULL CHECK (operations IN ('read')),
        token_hash text NOT NULL UNIQUE,
        created_by_id uuid NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz,
        last_used_at timestamptz
      )`);
    await db.query('CREATE INDEX api_key_organization ON api_key (organization_id, created_at)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE api_key');
  }
}
