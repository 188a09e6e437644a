import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddAudit1750000100002 implements MigrationInterface {
  readonly name = 'AddAudit1750000100002';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE audit_entry (
        id uuid PRIMARY KEY,
        sequence bigserial NOT NULL,
        recorded_at timestamptz NOT NULL,
        actor_kind text NOT NULL CHECK (actor_kind IN ('anonymous', 'staff', 'link', 'system')),
        actor_id uuid,
        request_id text NOT NULL,
        action text NOT NULL,
        event_id uuid,
        subject text NOT NULL,
        subject_id uuid NOT NULL,
        before jsonb,
        after jsonb
      )`);
    await db.query('CREATE INDEX audit_entry_subject ON audit_entry (subject_id, sequence)');
    await db.query(`
      CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'Audit entries are append-only';
      END $$`);
    await db.query(`
      CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE audit_entry');
    await db.query('DROP FUNCTION refuse_audit_change');
  }
}
