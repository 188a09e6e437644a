import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddPlatform1750000000000 implements MigrationInterface {
  readonly name = 'AddPlatform1750000000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE EXTENSION IF NOT EXISTS btree_gist');
    await db.query('CREATE EXTENSION IF NOT EXISTS citext');
    await db.query('CREATE EXTENSION IF NOT EXISTS unaccent');
    await db.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
    await db.query(`
      CREATE TABLE outbox (
        id uuid PRIMARY KEY,
        sequence bigserial NOT NULL,
        event text NOT NULL,
        facts jsonb NOT NULL,
        recorded_at timestamptz NOT NULL,
        relayed_at timestamptz
      )`);
    await db.query('CREATE INDEX outbox_waiting ON outbox (sequence) WHERE relayed_at IS NULL');
    await db.query(`
      CREATE TABLE job (
        id text PRIMARY KEY,
        outbox_id uuid NOT NULL REFERENCES outbox (id) ON DELETE CASCADE,
        name text NOT NULL,
        state text NOT NULL CHECK (state IN ('queued', 'done', 'failed')),
        queued_at timestamptz,
        ended_at timestamptz,
        attempts int NOT NULL DEFAULT 0,
        last_error text
      )`);
    await db.query("CREATE INDEX job_waiting ON job (queued_at) WHERE state = 'queued'");
    await db.query('CREATE TABLE clock_shift (id int PRIMARY KEY CHECK (id = 1), milliseconds bigint NOT NULL)');
    await db.query(`
      CREATE TABLE idempotency_key (
        key text PRIMARY KEY,
        request_hash text NOT NULL,
        answer jsonb,
        created_at timestamptz NOT NULL
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['idempotency_key', 'clock_shift', 'job', 'outbox']) await db.query(`DROP TABLE ${table}`);
    for (const extension of ['pg_trgm', 'unaccent', 'citext', 'btree_gist'])
      await db.query(`DROP EXTENSION ${extension}`);
  }
}
