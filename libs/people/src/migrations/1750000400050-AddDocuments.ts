import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddDocuments1750000400050 implements MigrationInterface {
  readonly name = 'AddDocuments1750000400050';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE person
        ADD COLUMN document_type text CHECK (document_type IN ('dni', 'ce', 'ruc', 'ci_bo', 'passport')),
        ADD COLUMN document_number text CHECK (document_number <> ''),
        ADD CONSTRAINT person_document_whole CHECK (num_nulls(document_type, document_number) IN (0, 2))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE person
        DROP CONSTRAINT person_document_whole, DROP COLUMN document_type, DROP COLUMN document_number`);
  }
}
