import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddImports1750000000040 implements MigrationInterface {
  readonly name = 'AddImports1750000000040';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE import_batch (
        id uuid PRIMARY KEY,
        kind text NOT NULL,
        state text NOT NULL CHECK (state IN ('read', 'applied', 'undone')),
        account_id uuid NOT NULL,
        event_id uuid,
        organization_id uuid,
        file_name text NOT NULL,
        file_hash text NOT NULL,
        row_count int NOT NULL,
        faulty_count int NOT NULL,
        known_count int NOT NULL,
        ignored text[] NOT NULL,
        heading_faults jsonb NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        applied_at timestamptz,
        created uuid[] NOT NULL
      )`);
    await db.query('CREATE INDEX import_batch_expires ON import_batch (expires_at)');
    await db.query(`
      CREATE TABLE import_row (
        batch_id uuid NOT NULL REFERENCES import_batch (id) ON DELETE CASCADE,
        number int NOT NULL,
        cells text[] NOT NULL,
        faults jsonb NOT NULL,
        is_known boolean NOT NULL,
        PRIMARY KEY (batch_id, number)
      )`);
    // Beside the batch, whose row the applying transaction holds until its end.
    await db.query(`
      CREATE TABLE import_progress (
        batch_id uuid PRIMARY KEY REFERENCES import_batch (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
        applied int NOT NULL
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['import_progress', 'import_row', 'import_batch']) await db.query(`DROP TABLE ${table}`);
  }
}
