import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In which language staff get their mails: until they come in again, that of their latest link, and Spanish without one. */
export class AddAccountLanguage1750000100110 implements MigrationInterface {
  readonly name = 'AddAccountLanguage1750000100110';

  async up(db: QueryRunner): Promise<void> {
    await db.query(
      "ALTER TABLE account ADD COLUMN language text NOT NULL DEFAULT 'es' CHECK (language IN ('es', 'en'))",
    );
    await db.query(`
      UPDATE account SET language = link.language
      FROM (SELECT DISTINCT ON (account_id) account_id, language FROM account_link ORDER BY account_id, issued_at DESC) link
      WHERE link.account_id = account.id`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE account DROP COLUMN language');
  }
}
