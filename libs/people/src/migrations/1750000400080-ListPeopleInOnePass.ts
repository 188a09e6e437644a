import type { MigrationInterface, QueryRunner } from 'typeorm';

const describe = (searched: string) => `
  CREATE OR REPLACE FUNCTION describe_person() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    ${searched}
    RETURN NEW;
  END $$`;

export class ListPeopleInOnePass1750000400080 implements MigrationInterface {
  readonly name = 'ListPeopleInOnePass1750000400080';

  async up(db: QueryRunner): Promise<void> {
    // Who is called alike: kept as it is compared, since no index over a function helps whoever is shown some rows only.
    await db.query(`ALTER TABLE person ADD COLUMN called text COLLATE "C"`);
    await db.query(
      describe(`
    NEW.called := accent_blind(NEW.family_names || ' ' || NEW.given_names);
    NEW.searched := NEW.called || ' ' || accent_blind(coalesce(NEW.email, ''));`),
    );
    await db.query(`UPDATE person SET called = accent_blind(family_names || ' ' || given_names)`);
    await db.query('ALTER TABLE person ALTER COLUMN called SET NOT NULL');
    await db.query('DROP INDEX person_same_name');
    await db.query('CREATE INDEX person_called ON person (organization_id, called)');
    // Policies come before patterns, so the trigram index was written and never read; the list's order holds all that a search looks at.
    await db.query('DROP INDEX person_search, person_order');
    await db.query('CREATE INDEX person_listed ON person (organization_id, searched, id) WHERE archived_at IS NULL');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX person_listed, person_called');
    await db.query('CREATE INDEX person_order ON person (organization_id, searched, id)');
    await db.query('CREATE INDEX person_search ON person USING gin (searched gin_trgm_ops)');
    await db.query(`
      CREATE INDEX person_same_name ON person (organization_id, accent_blind(family_names || ' ' || given_names))`);
    await db.query(
      describe(
        `NEW.searched := accent_blind(NEW.family_names || ' ' || NEW.given_names || ' ' || coalesce(NEW.email, ''));`,
      ),
    );
    await db.query('ALTER TABLE person DROP COLUMN called');
  }
}
