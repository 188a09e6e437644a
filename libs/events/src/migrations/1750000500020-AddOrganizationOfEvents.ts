import type { MigrationInterface, QueryRunner } from 'typeorm';

const first = '(SELECT id FROM organization ORDER BY created_at, id LIMIT 1)';

export class AddOrganizationOfEvents1750000500020 implements MigrationInterface {
  readonly name = 'AddOrganizationOfEvents1750000500020';

  async up(db: QueryRunner): Promise<void> {
    for (const table of ['event_series', 'event']) {
      await db.query(`ALTER TABLE ${table} ADD COLUMN organization_id uuid REFERENCES organization (id)`);
      await db.query(`UPDATE ${table} SET organization_id = ${first}`);
      await db.query(`ALTER TABLE ${table} ALTER COLUMN organization_id SET NOT NULL`);
      await db.query(`CREATE INDEX ${table}_organization ON ${table} (organization_id)`);
    }
    // Two organisations may each have a series of the same name.
    await db.query('ALTER TABLE event_series DROP CONSTRAINT event_series_name');
    await db.query('ALTER TABLE event_series ADD CONSTRAINT event_series_name UNIQUE (organization_id, name)');
    await db.query('ALTER TABLE event_series ADD CONSTRAINT event_series_of_organization UNIQUE (id, organization_id)');
    await db.query(`
      CREATE TRIGGER event_series_organization BEFORE INSERT ON event_series
      FOR EACH ROW EXECUTE FUNCTION belong_to_the_only_organization()`);
    await this.takeFromSeries(db);
    await this.tellRoles(db);
  }

  /** An event is its series': the same organisation, whoever writes it. */
  private async takeFromSeries(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE event ADD CONSTRAINT event_of_its_organization
      FOREIGN KEY (series_id, organization_id) REFERENCES event_series (id, organization_id)`);
    await db.query(`
      CREATE FUNCTION take_organization_of_series() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.organization_id := (SELECT organization_id FROM event_series WHERE id = NEW.series_id);
        RETURN NEW;
      END $$`);
    await db.query(`
      CREATE TRIGGER event_organization BEFORE INSERT OR UPDATE OF series_id, organization_id ON event
      FOR EACH ROW EXECUTE FUNCTION take_organization_of_series()`);
  }

  /**
   * What an account may do where, as every request asks before anything else. identity stands below the events: that an organisation's
   * role holds at its events is told to it from here. Reads past row-level security, for the one account that is asked for.
   */
  private async tellRoles(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION roles_of_account(asked uuid) RETURNS jsonb
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
        SELECT jsonb_build_object(
          'events', coalesce((SELECT jsonb_object_agg(event_id, role) FROM event_staff WHERE account_id = asked), '{}'),
          'organizations',
            coalesce((SELECT jsonb_object_agg(organization_id, role) FROM organization_staff WHERE account_id = asked), '{}'),
          'organizationOf', coalesce((
            SELECT jsonb_object_agg(event.id, event.organization_id) FROM event
            WHERE id IN (SELECT event_id FROM event_staff WHERE account_id = asked)
               OR organization_id IN (SELECT organization_id FROM organization_staff WHERE account_id = asked)), '{}'))
      $$`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP FUNCTION roles_of_account(uuid)');
    await db.query('DROP TRIGGER event_organization ON event');
    await db.query('DROP FUNCTION take_organization_of_series()');
    await db.query('ALTER TABLE event DROP COLUMN organization_id');
    await db.query('DROP TRIGGER event_series_organization ON event_series');
    await db.query('ALTER TABLE event_series DROP COLUMN organization_id');
    await db.query('ALTER TABLE event_series ADD CONSTRAINT event_series_name UNIQUE (name)');
  }
}
