import type { MigrationInterface, QueryRunner } from 'typeorm';

export class GuardAssistants1750000900110 implements MigrationInterface {
  readonly name = 'GuardAssistants1750000900110';

  /** Seen with the person whom the assistant helps. */
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE assistant_grant ENABLE ROW LEVEL SECURITY');
    await db.query('ALTER TABLE assistant_grant FORCE ROW LEVEL SECURITY');
    await db.query(`
      CREATE POLICY of_its_person ON assistant_grant USING (EXISTS (SELECT FROM person WHERE id = person_id))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP POLICY of_its_person ON assistant_grant');
    await db.query('ALTER TABLE assistant_grant NO FORCE ROW LEVEL SECURITY');
    await db.query('ALTER TABLE assistant_grant DISABLE ROW LEVEL SECURITY');
  }
}
