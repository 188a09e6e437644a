import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddInstitutionArchive1750000200040 implements MigrationInterface {
  readonly name = 'AddInstitutionArchive1750000200040';

  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE institution ADD COLUMN archived_at timestamptz');
    await db.query('CREATE INDEX institution_territory_place ON institution (territory_system, territory_code)');
    await db.query('CREATE INDEX territory_search ON territory USING gin (accent_blind(name) gin_trgm_ops)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX territory_search');
    await db.query('DROP INDEX institution_territory_place');
    await db.query('ALTER TABLE institution DROP COLUMN archived_at');
  }
}
