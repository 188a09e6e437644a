import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddEvents1750000500000 implements MigrationInterface {
  readonly name = 'AddEvents1750000500000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE event_series (
        id uuid PRIMARY KEY,
        name text NOT NULL CONSTRAINT event_series_name UNIQUE,
        edition_style text NOT NULL CHECK (edition_style IN ('roman', 'ordinal_feminine', 'ordinal_masculine', 'unnumbered'))
      )`);
    await db.query(`
      CREATE TABLE event (
        id uuid PRIMARY KEY,
        slug text NOT NULL CONSTRAINT event_slug UNIQUE,
        series_id uuid NOT NULL REFERENCES event_series (id),
        edition_number int NOT NULL CHECK (edition_number > 0),
        name text NOT NULL,
        state text NOT NULL CHECK (state IN ('draft', 'published', 'closed')),
        zone text NOT NULL,
        starts_on date NOT NULL,
        ends_on date NOT NULL,
        country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
        city text NOT NULL,
        is_demonstration boolean NOT NULL DEFAULT false,
        CONSTRAINT event_edition UNIQUE (series_id, edition_number),
        CONSTRAINT event_days CHECK (starts_on <= ends_on)
      )`);
    await db.query("CREATE INDEX event_public ON event (starts_on) WHERE state <> 'draft'");
    // identity keeps the roles and stands below: the key to the event is added from here.
    await db.query(`
      ALTER TABLE event_staff
      ADD CONSTRAINT event_staff_event FOREIGN KEY (event_id) REFERENCES event (id) ON DELETE CASCADE`);
    await this.addOrganizers(db);
    await this.addVenues(db);
  }

  /** The order is deferrable, so that a whole protocol can be reordered in one statement. */
  private async addOrganizers(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE event_organizer (
        id uuid PRIMARY KEY,
        event_id uuid NOT NULL REFERENCES event (id) ON DELETE CASCADE,
        institution_id uuid NOT NULL REFERENCES institution (id),
        role text NOT NULL CHECK (role IN ('organiser', 'co_organiser', 'technical_ally', 'ally')),
        protocol_order int NOT NULL CHECK (protocol_order > 0),
        CONSTRAINT event_organizer_once UNIQUE (event_id, institution_id),
        CONSTRAINT event_organizer_order UNIQUE (event_id, protocol_order) DEFERRABLE INITIALLY DEFERRED
      )`);
    await db.query('CREATE INDEX event_organizer_institution ON event_organizer (institution_id)');
  }

  private async addVenues(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE venue (
        id uuid PRIMARY KEY,
        event_id uuid NOT NULL REFERENCES event (id) ON DELETE CASCADE,
        name text NOT NULL,
        address text NOT NULL,
        CONSTRAINT venue_name UNIQUE (event_id, name),
        CONSTRAINT venue_of_event UNIQUE (id, event_id)
      )`);
    await db.query(`
      CREATE TABLE room (
        id uuid PRIMARY KEY,
        event_id uuid NOT NULL,
        venue_id uuid NOT NULL,
        name text NOT NULL,
        capacity int NOT NULL CONSTRAINT room_capacity CHECK (capacity > 0),
        shown_order int NOT NULL CHECK (shown_order > 0),
        CONSTRAINT room_name UNIQUE (event_id, name),
        CONSTRAINT room_of_event UNIQUE (id, event_id),
        CONSTRAINT room_in_venue FOREIGN KEY (venue_id, event_id) REFERENCES venue (id, event_id) ON DELETE CASCADE
      )`);
    await db.query('CREATE INDEX room_venue ON room (venue_id)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE event_staff DROP CONSTRAINT event_staff_event');
    for (const table of ['room', 'venue', 'event_organizer', 'event', 'event_series'])
      await db.query(`DROP TABLE ${table}`);
  }
}
