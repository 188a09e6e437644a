import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was put away keeps its row; its name is free for another one. */
export class AddArchive1750000500030 implements MigrationInterface {
  readonly name = 'AddArchive1750000500030';

  async up(db: QueryRunner): Promise<void> {
    for (const table of ['event_series', 'event', 'venue', 'room']) {
      await db.query(`ALTER TABLE ${table} ADD COLUMN archived_at timestamptz`);
    }
    await this.nameOnce(db, 'event_series', 'organization_id, name');
    await this.nameOnce(db, 'venue', 'event_id, name');
    await this.nameOnce(db, 'room', 'event_id, name');
  }

  private async nameOnce(db: QueryRunner, table: string, columns: string): Promise<void> {
    await db.query(`ALTER TABLE ${table} DROP CONSTRAINT ${table}_name`);
    await db.query(`CREATE UNIQUE INDEX ${table}_name ON ${table} (${columns}) WHERE archived_at IS NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const [table, columns] of [
      ['event_series', 'organization_id, name'],
      ['venue', 'event_id, name'],
      ['room', 'event_id, name'],
    ]) {
      await db.query(`DROP INDEX ${table}_name`);
      await db.query(`ALTER TABLE ${table} ADD CONSTRAINT ${table}_name UNIQUE (${columns})`);
    }
    for (const table of ['event_series', 'event', 'venue', 'room']) {
      await db.query(`ALTER TABLE ${table} DROP COLUMN archived_at`);
    }
  }
}
