import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddMeetings1750000800000 implements MigrationInterface {
  readonly name = 'AddMeetings1750000800000';

  async up(db: QueryRunner): Promise<void> {
    await this.addBlocks(db);
    await this.addParties(db);
    await this.addRequests(db);
    await this.addMeetings(db);
  }

  async down(db: QueryRunner): Promise<void> {
    const tables = [
      'meeting_attendance',
      'bilateral_meeting',
      'meeting_request',
      'party_availability',
      'meeting_party',
      'meeting_table',
    ];
    for (const table of [...tables, 'meeting_block']) await db.query(`DROP TABLE ${table}`);
  }

  private async addBlocks(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE meeting_block (
        id uuid PRIMARY KEY,
        event_id uuid NOT NULL REFERENCES event (id),
        name text NOT NULL,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        slot_minutes int NOT NULL CHECK (slot_minutes BETWEEN 5 AND 240),
        break_minutes int NOT NULL DEFAULT 0 CHECK (break_minutes BETWEEN 0 AND 60),
        room_id uuid REFERENCES room (id),
        CHECK (ends_at > starts_at),
        CONSTRAINT no_two_blocks_at_once EXCLUDE USING gist (event_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
      )`);
    await db.query(`
      CREATE TABLE meeting_table (
        id uuid PRIMARY KEY,
        event_id uuid NOT NULL REFERENCES event (id),
        block_id uuid NOT NULL REFERENCES meeting_block (id),
        number int NOT NULL CHECK (number > 0),
        name text,
        CONSTRAINT one_table_per_number UNIQUE (block_id, number)
      )`);
  }

  private async addParties(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE meeting_party (
        id uuid PRIMARY KEY,
        event_id uuid NOT NULL REFERENCES event (id),
        institution_id uuid NOT NULL REFERENCES institution (id),
        contact_person_id uuid NOT NULL REFERENCES person (id),
        name text NOT NULL,
        link_id uuid,
        CONSTRAINT one_party_per_institution UNIQUE (event_id, institution_id)
      )`);
    await db.query(`
      CREATE TABLE party_availability (
        id uuid PRIMARY KEY,
        event_id uuid NOT NULL REFERENCES event (id),
        party_id uuid NOT NULL REFERENCES meeting_party (id),
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        CHECK (ends_at > starts_at)
      )`);
    await db.query('CREATE INDEX party_availability_of ON party_availability (party_id)');
  }

  private async addRequests(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE meeting_request (
        id uuid PRIMARY KEY,
        event_id uuid NOT NULL REFERENCES event (id),
        from_party_id uuid NOT NULL REFERENCES meeting_party (id),
        to_party_id uuid NOT NULL REFERENCES meeting_party (id),
        block_id uuid REFERENCES meeting_block (id),
        topic text NOT NULL,
        message text,
        preferred_starts_at timestamptz,
        state text NOT NULL CHECK (state IN
          ('draft', 'requested', 'counter_proposed', 'accepted', 'declined', 'withdrawn', 'expired')),
        proposed_starts_at timestamptz,
        proposed_by_party_id uuid REFERENCES meeting_party (id),
        reason text,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        answered_at timestamptz,
        CHECK (from_party_id <> to_party_id),
        CHECK (state <> 'counter_proposed' OR (proposed_starts_at IS NOT NULL AND proposed_by_party_id IS NOT NULL))
      )`);
    await db.query(`
      CREATE UNIQUE INDEX one_open_request_per_pair
        ON meeting_request (LEAST(from_party_id, to_party_id), GREATEST(from_party_id, to_party_id))
        WHERE state IN ('requested', 'counter_proposed')`);
    await db.query('CREATE INDEX meeting_request_from ON meeting_request (from_party_id, created_at)');
    await db.query('CREATE INDEX meeting_request_to ON meeting_request (to_party_id, created_at)');
    await db.query('CREATE INDEX meeting_request_of_event ON meeting_request (event_id, created_at, id)');
    await db.query(
      `CREATE INDEX meeting_request_open ON meeting_request (expires_at) WHERE state IN ('requested', 'counter_proposed')`,
    );
  }

  /** Both rules are held here: whatever the code does, no table and no party is in two meetings at once. */
  private async addMeetings(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE bilateral_meeting (
        id uuid PRIMARY KEY,
        event_id uuid NOT NULL REFERENCES event (id),
        request_id uuid NOT NULL REFERENCES meeting_request (id),
        block_id uuid NOT NULL REFERENCES meeting_block (id),
        table_id uuid NOT NULL REFERENCES meeting_table (id),
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        state text NOT NULL CHECK (state IN ('scheduled', 'held', 'no_show', 'cancelled')),
        cancelled_by text CHECK (cancelled_by IN ('party', 'organiser')),
        cancelled_by_party_id uuid REFERENCES meeting_party (id),
        reason text,
        no_show_party_id uuid REFERENCES meeting_party (id),
        calendar_uid text NOT NULL,
        sequence int NOT NULL DEFAULT 0,
        version int NOT NULL DEFAULT 1,
        CHECK (ends_at > starts_at),
        CHECK ((state = 'cancelled') = (cancelled_by IS NOT NULL)),
        CHECK ((state = 'no_show') = (no_show_party_id IS NOT NULL)),
        CONSTRAINT one_meeting_per_request UNIQUE (request_id),
        CONSTRAINT no_table_twice EXCLUDE USING gist (table_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
          WHERE (state <> 'cancelled')
      )`);
    await db.query('CREATE INDEX bilateral_meeting_of_event ON bilateral_meeting (event_id, starts_at, id)');
    await db.query(`
      CREATE TABLE meeting_attendance (
        meeting_id uuid NOT NULL REFERENCES bilateral_meeting (id),
        party_id uuid NOT NULL REFERENCES meeting_party (id),
        event_id uuid NOT NULL REFERENCES event (id),
        during tstzrange NOT NULL CHECK (NOT isempty(during)),
        active boolean NOT NULL DEFAULT true,
        PRIMARY KEY (meeting_id, party_id),
        CONSTRAINT no_party_twice EXCLUDE USING gist (party_id WITH =, during WITH &&) WHERE (active)
      )`);
    await db.query('CREATE INDEX meeting_attendance_of ON meeting_attendance (party_id)');
  }
}
