import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddLinkClaims1750000100050 implements MigrationInterface {
  readonly name = 'AddLinkClaims1750000100050';

  async up(db: QueryRunner): Promise<void> {
    // The session belongs to an upper floor.
    await db.query(`
      ALTER TABLE signed_link
        ADD COLUMN claimed_at timestamptz,
        ADD COLUMN claimed_by uuid,
        ADD CONSTRAINT signed_link_claimed_whole CHECK (num_nulls(claimed_at, claimed_by) IN (0, 2))`);
    await db.query('CREATE INDEX signed_link_person ON signed_link (person_id)');
    await db.query('ALTER TABLE audit_entry DROP CONSTRAINT audit_entry_actor_kind_check');
    await db.query(`
      ALTER TABLE audit_entry ADD CONSTRAINT audit_entry_actor_kind_check
        CHECK (actor_kind IN ('anonymous', 'staff', 'link', 'person', 'system'))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE audit_entry DROP CONSTRAINT audit_entry_actor_kind_check');
    await db.query(`
      ALTER TABLE audit_entry ADD CONSTRAINT audit_entry_actor_kind_check
        CHECK (actor_kind IN ('anonymous', 'staff', 'link', 'system')) NOT VALID`);
    await db.query('DROP INDEX signed_link_person');
    await db.query(
      'ALTER TABLE signed_link DROP CONSTRAINT signed_link_claimed_whole, DROP COLUMN claimed_at, DROP COLUMN claimed_by',
    );
  }
}
