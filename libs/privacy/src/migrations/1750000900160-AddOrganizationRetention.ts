import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an organisation keeps of each of its events that says nothing else. */
export class AddOrganizationRetention1750000900160 implements MigrationInterface {
  readonly name = 'AddOrganizationRetention1750000900160';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE organization_retention (
        organization_id uuid NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
        purpose text NOT NULL CHECK (purpose IN ('people', 'mails')),
        days int NOT NULL CHECK (days BETWEEN 0 AND 36500),
        PRIMARY KEY (organization_id, purpose)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE organization_retention');
  }
}
