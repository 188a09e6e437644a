import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddInvitationTopic1750000700001 implements MigrationInterface {
  readonly name = 'AddInvitationTopic1750000700001';

  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE invitation ADD COLUMN topic text');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE invitation DROP COLUMN topic');
  }
}
