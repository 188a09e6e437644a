import type { MigrationInterface, QueryRunner } from 'typeorm';

const kinds = [
  'ministry',
  'agency',
  'regional_government',
  'municipality',
  'mancomunidad',
  'cite',
  'university',
  'association',
  'company',
  'ngo',
  'international',
];

export class AddInstitutions1750000200000 implements MigrationInterface {
  readonly name = 'AddInstitutions1750000200000';

  async up(db: QueryRunner): Promise<void> {
    // unaccent() is only STABLE because its dictionary could be exchanged; ours is named, so an index may rest on it.
    await db.query(`
      CREATE FUNCTION accent_blind(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN lower(public.unaccent('public.unaccent'::regdictionary, words))`);
    await db.query(`
      CREATE TABLE territory (
        system text NOT NULL CHECK (system IN ('INEI', 'RENIEC', 'INE')),
        code text NOT NULL CHECK (code ~ '^([0-9]{2}){1,3}$'),
        level text NOT NULL CHECK (level IN ('department', 'province', 'district', 'municipality')),
        name text NOT NULL,
        parent_code text,
        country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
        counterpart_code text,
        PRIMARY KEY (system, code)
      )`);
    await db.query('CREATE INDEX territory_parent ON territory (system, parent_code)');
    await db.query(
      'CREATE TABLE territory_source (file text PRIMARY KEY, country text NOT NULL, content_hash text NOT NULL, row_count int NOT NULL)',
    );
    await db.query(`
      CREATE TABLE institution (
        id uuid PRIMARY KEY,
        name text NOT NULL CHECK (name <> ''),
        short_name text CHECK (short_name <> ''),
        kind text NOT NULL CHECK (kind IN (${kinds.map((kind) => `'${kind}'`).join(', ')})),
        country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
        territory_system text,
        territory_code text,
        is_demonstration boolean NOT NULL,
        created_at timestamptz NOT NULL,
        CHECK ((territory_system IS NULL) = (territory_code IS NULL)),
        CONSTRAINT institution_territory FOREIGN KEY (territory_system, territory_code) REFERENCES territory (system, code)
      )`);
    await db.query(`
      CREATE UNIQUE INDEX institution_once
      ON institution (country, kind, accent_blind(name), coalesce(territory_code, ''))`);
    await db.query(`
      CREATE INDEX institution_search
      ON institution USING gin (accent_blind(name || ' ' || coalesce(short_name, '')) gin_trgm_ops)`);
    await db.query(`
      CREATE TABLE institution_relation (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('member_of', 'network_of', 'attached_to')),
        institution_id uuid NOT NULL REFERENCES institution (id) ON DELETE CASCADE,
        of_id uuid NOT NULL REFERENCES institution (id) ON DELETE CASCADE,
        CHECK (institution_id <> of_id)
      )`);
    // One relation of a kind between two institutions, whichever way: neither twice, nor each other's member.
    await db.query(`
      CREATE UNIQUE INDEX institution_relation_once
      ON institution_relation (kind, least(institution_id, of_id), greatest(institution_id, of_id))`);
    await db.query('CREATE INDEX institution_relation_from ON institution_relation (institution_id)');
    await db.query('CREATE INDEX institution_relation_of ON institution_relation (of_id)');
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['institution_relation', 'institution', 'territory_source', 'territory']) {
      await db.query(`DROP TABLE ${table}`);
    }
    await db.query('DROP FUNCTION accent_blind');
  }
}
