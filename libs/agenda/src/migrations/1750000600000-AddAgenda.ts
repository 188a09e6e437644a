import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddAgenda1750000600000 implements MigrationInterface {
  readonly name = 'AddAgenda1750000600000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE thematic_block (
        id uuid PRIMARY KEY,
        event_id uuid NOT NULL REFERENCES event (id) ON DELETE CASCADE,
        name text NOT NULL,
        colour text NOT NULL CHECK (colour IN ('teal', 'cochineal', 'green', 'adobe', 'night')),
        shown_order int NOT NULL CHECK (shown_order > 0),
        CONSTRAINT thematic_block_name UNIQUE (event_id, name),
        CONSTRAINT thematic_block_of_event UNIQUE (id, event_id)
      )`);
    await this.addSessions(db);
    await this.addSpeakers(db);
    await this.addVersions(db);
  }

  /** A room or block of another event is refused by the composite keys; a room in use twice, by the exclusion. */
  private async addSessions(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE session (
        id uuid PRIMARY KEY,
        event_id uuid NOT NULL REFERENCES event (id) ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN
          ('plenary', 'talk', 'panel', 'articulation_table', 'workshop', 'networking', 'ceremony', 'break')),
        title text NOT NULL,
        summary text NOT NULL DEFAULT '',
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        room_id uuid,
        block_id uuid,
        state text NOT NULL CHECK (state IN ('scheduled', 'cancelled')),
        version int NOT NULL DEFAULT 1,
        CONSTRAINT session_length CHECK (starts_at < ends_at),
        CONSTRAINT session_room FOREIGN KEY (room_id, event_id) REFERENCES room (id, event_id),
        CONSTRAINT session_block FOREIGN KEY (block_id, event_id) REFERENCES thematic_block (id, event_id),
        CONSTRAINT session_for_speakers UNIQUE (id, event_id, starts_at, ends_at, state),
        CONSTRAINT session_room_once EXCLUDE USING gist (room_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
          WHERE (state = 'scheduled' AND room_id IS NOT NULL)
      )`);
    await db.query('CREATE INDEX session_of_event ON session (event_id, starts_at)');
    await db.query('CREATE INDEX session_of_block ON session (block_id)');
  }

  private async addSpeakers(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE speaker (
        id uuid PRIMARY KEY,
        session_id uuid NOT NULL,
        event_id uuid NOT NULL,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        session_state text NOT NULL,
        person_id uuid NOT NULL CONSTRAINT speaker_person REFERENCES person (id),
        position_id uuid CONSTRAINT speaker_position REFERENCES position (id),
        role text NOT NULL CHECK (role IN ('ponente', 'moderador', 'panelista', 'relator')),
        shown_order int NOT NULL CHECK (shown_order > 0),
        calendar_sequence int NOT NULL DEFAULT 0,
        CONSTRAINT speaker_once UNIQUE (session_id, person_id),
        CONSTRAINT speaker_session FOREIGN KEY (session_id, event_id, starts_at, ends_at, session_state)
          REFERENCES session (id, event_id, starts_at, ends_at, state) ON UPDATE CASCADE ON DELETE CASCADE,
        CONSTRAINT speaker_in_one_place EXCLUDE USING gist (person_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
          WHERE (session_state = 'scheduled')
      )`);
    await db.query('CREATE INDEX speaker_of_position ON speaker (position_id)');
  }

  private async addVersions(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE agenda_version (
        id uuid PRIMARY KEY,
        event_id uuid NOT NULL REFERENCES event (id),
        number int NOT NULL CHECK (number > 0),
        state text NOT NULL CHECK (state IN ('published', 'superseded')),
        content jsonb NOT NULL,
        published_at timestamptz NOT NULL,
        CONSTRAINT agenda_version_number UNIQUE (event_id, number)
      )`);
    await db.query(
      "CREATE UNIQUE INDEX agenda_version_published ON agenda_version (event_id) WHERE state = 'published'",
    );
    await db.query(`
      CREATE FUNCTION refuse_agenda_version_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND OLD.state = 'published' AND NEW.state = 'superseded'
          AND (NEW.id, NEW.event_id, NEW.number, NEW.content, NEW.published_at)
            = (OLD.id, OLD.event_id, OLD.number, OLD.content, OLD.published_at) THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'A published agenda version cannot be changed';
      END $$`);
    await db.query(`
      CREATE TRIGGER agenda_version_is_immutable BEFORE UPDATE OR DELETE ON agenda_version
      FOR EACH ROW EXECUTE FUNCTION refuse_agenda_version_change()`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['agenda_version', 'speaker', 'session', 'thematic_block'])
      await db.query(`DROP TABLE ${table}`);
    await db.query('DROP FUNCTION refuse_agenda_version_change()');
  }
}
