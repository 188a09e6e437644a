import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AllowMailsWithoutEvent1750000300150 implements MigrationInterface {
  readonly name = 'AllowMailsWithoutEvent1750000300150';

  async up(db: QueryRunner): Promise<void> {
    for (const table of ['message', 'delivery_event'])
      await db.query(`ALTER TABLE ${table} ALTER COLUMN event_id DROP NOT NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DELETE FROM message WHERE event_id IS NULL');
    for (const table of ['message', 'delivery_event'])
      await db.query(`ALTER TABLE ${table} ALTER COLUMN event_id SET NOT NULL`);
  }
}
