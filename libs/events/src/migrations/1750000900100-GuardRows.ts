import type { MigrationInterface, QueryRunner } from 'typeorm';

const isPublic = (event: string) =>
  `EXISTS (SELECT FROM event AS its WHERE its.id = ${event} AND its.state <> 'draft')`;

/** What anybody may read: published events, and of them what their pages show. */
const shownToAll: Readonly<Record<string, string>> = {
  event: "state <> 'draft'",
  event_series: "EXISTS (SELECT FROM event AS its WHERE its.series_id = event_series.id AND its.state <> 'draft')",
  event_organizer: isPublic('event_id'),
  venue: isPublic('event_id'),
  room: isPublic('event_id'),
  agenda_version: `state = 'published' AND ${isPublic('event_id')}`,
};

/** Rows that are seen with the row to which they belong. */
const belongings = [
  { table: 'import_row', parent: 'import_batch', key: 'batch_id' },
  { table: 'import_progress', parent: 'import_batch', key: 'batch_id' },
];

/** Names in settings of the connection for whom it asks; see platform's row scopes. */
const functions = [
  `
  CREATE FUNCTION scope_sees_everything() RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT coalesce(current_setting('tinkuy.organizations', true), '') = '*'
  $$`,
  `
  CREATE FUNCTION scope_setting(name text) RETURNS uuid[] LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN coalesce(current_setting(name, true), '') IN ('', '*') THEN '{}' ELSE current_setting(name, true)::uuid[] END
  $$`,
  // These read past the wall, or the wall would ask itself.
  `
  CREATE FUNCTION events_of_person(asked uuid) RETURNS uuid[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
  BEGIN
    IF asked IS NULL THEN RETURN '{}'; END IF;
    RETURN ARRAY(
      SELECT event_id FROM registration WHERE person_id = asked
      UNION SELECT event_id FROM invitation WHERE person_id = asked
      UNION SELECT event_id FROM speaker WHERE person_id = asked
      UNION SELECT event_id FROM delegation WHERE focal_point_person_id = asked
      UNION SELECT event_id FROM meeting_party WHERE contact_person_id = asked);
  END $$`,
  `
  CREATE FUNCTION scope_events() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
  DECLARE
    organizations uuid[] := scope_setting('tinkuy.organizations');
    events uuid[] := scope_setting('tinkuy.events');
    person uuid := nullif(current_setting('tinkuy.person', true), '');
  BEGIN
    IF person IS NOT NULL THEN events := events || events_of_person(person); END IF;
    IF organizations = '{}' THEN RETURN events; END IF;
    RETURN events || ARRAY(SELECT id FROM event WHERE organization_id = ANY (organizations));
  END $$`,
  `
  CREATE FUNCTION scope_organizations() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
  DECLARE
    organizations uuid[] := scope_setting('tinkuy.organizations');
    events uuid[] := scope_setting('tinkuy.events');
    its uuid := nullif(current_setting('tinkuy.person', true), '');
  BEGIN
    IF its IS NOT NULL THEN
      events := events || events_of_person(its);
      organizations := organizations || ARRAY(SELECT organization_id FROM person WHERE id = its);
    END IF;
    IF events = '{}' THEN RETURN organizations; END IF;
    RETURN organizations || ARRAY(SELECT organization_id FROM event WHERE id = ANY (events));
  END $$`,
  // Whom a proved address stands for, at whatever organisation: no more of them than their names.
  `
  CREATE FUNCTION acquaintances_of(asked text, at timestamptz)
  RETURNS TABLE ("personId" uuid, name text, "isDemonstration" boolean, assistant jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT * FROM (
      SELECT person.id, given_names || ' ' || family_names AS full_name, is_demonstration, NULL::jsonb AS assisted
      FROM person WHERE lower(email) = lower(asked)
      UNION ALL
      SELECT person.id, given_names || ' ' || family_names, is_demonstration,
             jsonb_build_object('grantId', given.id, 'name', given.name)
      FROM assistant_grant AS given JOIN person ON person.id = given.person_id
      WHERE lower(address) = lower(asked) AND revoked_at IS NULL AND expires_at > at
    ) AS known ORDER BY assisted IS NOT NULL, full_name, id
  $$`,
  // Tables whose rows belong to an event or an organisation: theirs is the policy, whatever lib they come from.
  `
  CREATE VIEW guarded_table WITH (security_invoker = true) AS
    SELECT class.oid::regclass AS name, class.relrowsecurity AND class.relforcerowsecurity AS is_guarded, array_agg(attname::text) AS columns
    FROM pg_class AS class JOIN pg_attribute ON attrelid = class.oid AND NOT attisdropped
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
    GROUP BY class.oid
    HAVING array_agg(attname::text) && '{event_id,organization_id}' OR class.relname = 'organization'`,
  `
  CREATE FUNCTION guard_rows(name regclass, columns text[]) RETURNS void LANGUAGE plpgsql AS $$
  DECLARE
    seen text := '(SELECT scope_sees_everything())';
  BEGIN
    IF name = 'event'::regclass THEN
      seen := seen || ' OR id = ANY ((SELECT scope_setting(''tinkuy.events''))::uuid[])'
                   || ' OR id = ANY ((SELECT events_of_person(nullif(current_setting(''tinkuy.person'', true), '''')::uuid))::uuid[])'
                   || ' OR organization_id = ANY ((SELECT scope_setting(''tinkuy.organizations''))::uuid[])';
    ELSIF name = 'organization'::regclass THEN
      seen := seen || ' OR id = ANY ((SELECT scope_organizations())::uuid[])';
    ELSE
      IF 'event_id' = ANY (columns) THEN
        seen := seen || ' OR event_id = ANY ((SELECT scope_events())::uuid[])';
      END IF;
      IF 'organization_id' = ANY (columns) THEN
        seen := seen || ' OR organization_id = ANY ((SELECT scope_organizations())::uuid[])';
      END IF;
      IF 'account_id' = ANY (columns) AND 'organization_id' = ANY (columns) AND 'event_id' = ANY (columns) THEN
        -- What belongs to neither is its account's own: a file of institutions, say.
        seen := seen || ' OR (event_id IS NULL AND organization_id IS NULL'
                     || ' AND account_id = (SELECT nullif(current_setting(''tinkuy.account'', true), ''''))::uuid)';
      END IF;
      IF 'token_hash' = ANY (columns) THEN
        seen := seen || ' OR token_hash = (SELECT nullif(current_setting(''tinkuy.token'', true), ''''))';
      END IF;
    END IF;
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('DROP POLICY IF EXISTS of_the_scope ON %s', name);
    EXECUTE format('CREATE POLICY of_the_scope ON %s USING (%s)', name, seen);
    -- The owner is the product itself: migrations, jobs, the seed.
    EXECUTE format('DROP POLICY IF EXISTS of_the_owner ON %s', name);
    EXECUTE format('CREATE POLICY of_the_owner ON %s TO CURRENT_USER USING (true)', name);
    IF name = to_regclass('audit_entry') THEN
      -- Whoever does something writes it down, also where they could not read it.
      EXECUTE format('DROP POLICY IF EXISTS of_whoever_acts ON %s', name);
      EXECUTE format('CREATE POLICY of_whoever_acts ON %s FOR INSERT WITH CHECK (true)', name);
    END IF;
  END $$`,
  `
  CREATE FUNCTION guard_every_row() RETURNS void LANGUAGE sql AS $$
    SELECT guard_rows(name, columns) FROM guarded_table WHERE NOT is_guarded
  $$`,
];

const made = [
  'acquaintances_of(text, timestamptz)',
  'scope_organizations()',
  'scope_events()',
  'events_of_person(uuid)',
  'scope_setting(text)',
  'scope_sees_everything()',
];

export class GuardRows1750000900100 implements MigrationInterface {
  readonly name = 'GuardRows1750000900100';

  async up(db: QueryRunner): Promise<void> {
    for (const statement of functions) await db.query(statement);
    await db.query('SELECT guard_every_row()');
    for (const [table, condition] of Object.entries(shownToAll))
      await db.query(`CREATE POLICY shown_to_all ON ${table} FOR SELECT USING (${condition})`);
    for (const { table, parent, key } of belongings) {
      await db.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
      await db.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
      await db.query(`CREATE POLICY of_its_owner ON ${table} USING (EXISTS (SELECT FROM ${parent} WHERE id = ${key}))`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    for (const { table } of belongings) {
      await db.query(`DROP POLICY of_its_owner ON ${table}`);
      await db.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
      await db.query(`ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`);
    }
    const guarded = (await db.query('SELECT name::text FROM guarded_table WHERE is_guarded')) as { name: string }[];
    for (const { name } of guarded) {
      for (const policy of ['of_the_scope', 'of_the_owner', 'of_whoever_acts', 'shown_to_all'])
        await db.query(`DROP POLICY IF EXISTS ${policy} ON ${name}`);
      await db.query(`ALTER TABLE ${name} NO FORCE ROW LEVEL SECURITY`);
      await db.query(`ALTER TABLE ${name} DISABLE ROW LEVEL SECURITY`);
    }
    await db.query('DROP FUNCTION guard_every_row()');
    await db.query('DROP FUNCTION guard_rows(regclass, text[])');
    await db.query('DROP VIEW guarded_table');
    for (const name of made) await db.query(`DROP FUNCTION ${name}`);
  }
}
