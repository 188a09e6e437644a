import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SealAudit1750000100010 implements MigrationInterface {
  readonly name = 'SealAudit1750000100010';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE audit_entry
        ADD COLUMN on_behalf_of uuid,
        ADD COLUMN came_from jsonb,
        ADD COLUMN organization_id uuid,
        ADD COLUMN position bigint UNIQUE,
        ADD COLUMN previous_hash text,
        ADD COLUMN hash text,
        ADD COLUMN digests jsonb,
        ADD COLUMN salts jsonb,
        ADD COLUMN erased_by uuid,
        ADD CONSTRAINT audit_entry_sealed_whole CHECK (num_nulls(position, previous_hash, hash, digests) IN (0, 4))`);
    await db.query('CREATE INDEX audit_entry_unsealed ON audit_entry (sequence) WHERE position IS NULL');
    await db.query('CREATE INDEX audit_entry_event ON audit_entry (event_id, sequence)');
    await db.query('CREATE INDEX audit_entry_organization ON audit_entry (organization_id, sequence)');
    await db.query('CREATE INDEX audit_entry_actor ON audit_entry (actor_id, sequence)');
    await db.query('CREATE INDEX audit_entry_request ON audit_entry (request_id)');
    await db.query('DROP TRIGGER audit_entry_append_only ON audit_entry');
    await db.query(`
      CREATE TRIGGER audit_entry_append_only BEFORE DELETE OR TRUNCATE ON audit_entry
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change()`);
    await db.query(`
      CREATE FUNCTION judge_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        sealing text[] := '{position,previous_hash,hash,digests,salts}';
        erasing text[] := '{before,after,came_from,salts,erased_by}';
      BEGIN
        IF OLD.position IS NULL AND NEW.position IS NOT NULL AND to_jsonb(NEW) - sealing = to_jsonb(OLD) - sealing THEN
          RETURN NEW;
        END IF;
        IF OLD.position IS NOT NULL AND NEW.erased_by IS NOT NULL AND to_jsonb(NEW) - erasing = to_jsonb(OLD) - erasing
          AND (NEW.before IS NULL OR OLD.before @> NEW.before) AND (NEW.after IS NULL OR OLD.after @> NEW.after)
          AND (NEW.came_from IS NULL OR OLD.came_from @> NEW.came_from) AND OLD.salts @> NEW.salts
        THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'Audit entries are append-only';
      END $$`);
    await db.query(`
      CREATE TRIGGER audit_entry_change BEFORE UPDATE ON audit_entry
      FOR EACH ROW EXECUTE FUNCTION judge_audit_change()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TRIGGER audit_entry_change ON audit_entry');
    await db.query('DROP FUNCTION judge_audit_change');
    await db.query('DROP TRIGGER audit_entry_append_only ON audit_entry');
    await db.query(`
      CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change()`);
    await db.query('DROP INDEX audit_entry_event, audit_entry_organization, audit_entry_actor, audit_entry_request');
    await db.query(`
      ALTER TABLE audit_entry
        DROP COLUMN on_behalf_of, DROP COLUMN came_from, DROP COLUMN organization_id, DROP COLUMN position,
        DROP COLUMN previous_hash, DROP COLUMN hash, DROP COLUMN digests, DROP COLUMN salts, DROP COLUMN erased_by`);
  }
}
