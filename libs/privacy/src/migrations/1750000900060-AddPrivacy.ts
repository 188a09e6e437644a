import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddPrivacy1750000900060 implements MigrationInterface {
  readonly name = 'AddPrivacy1750000900060';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE privacy_request (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person (id),
        kind text NOT NULL CHECK (kind IN ('access', 'rectification', 'opposition', 'cancellation')),
        words text NOT NULL,
        state text NOT NULL CHECK (state IN ('open', 'granted', 'refused')),
        answer text,
        requested_at timestamptz NOT NULL,
        due_on date NOT NULL,
        answered_at timestamptz,
        answered_by uuid,
        CONSTRAINT privacy_request_answered_whole
          CHECK (num_nulls(answer, answered_at, answered_by) = CASE WHEN state = 'open' THEN 3 ELSE 0 END)
      )`);
    await db.query(
      "CREATE UNIQUE INDEX privacy_request_once ON privacy_request (person_id, kind) WHERE state = 'open'",
    );
    await db.query('CREATE INDEX privacy_request_due ON privacy_request (state, due_on)');
    await db.query(`
      CREATE TABLE event_retention (
        event_id uuid NOT NULL REFERENCES event (id) ON DELETE CASCADE,
        purpose text NOT NULL CHECK (purpose IN ('people', 'mails')),
        days int NOT NULL CHECK (days BETWEEN 0 AND 36500),
        PRIMARY KEY (event_id, purpose)
      )`);
    await db.query(`
      CREATE TABLE retention_run (
        id uuid PRIMARY KEY,
        ran_at timestamptz NOT NULL,
        people int NOT NULL,
        mails int NOT NULL
      )`);
    await db.query('CREATE INDEX retention_run_latest ON retention_run (ran_at DESC)');
    // A published version stays as it is, but for the names of whom the law gives the right to be forgotten.
    await db.query(`
      CREATE OR REPLACE FUNCTION refuse_agenda_version_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND OLD.state = 'published' AND NEW.state = 'superseded'
          AND (NEW.id, NEW.event_id, NEW.number, NEW.content, NEW.published_at)
            = (OLD.id, OLD.event_id, OLD.number, OLD.content, OLD.published_at) THEN
          RETURN NEW;
        END IF;
        IF TG_OP = 'UPDATE' AND current_setting('tinkuy.anonymising', true) = 'on'
          AND (NEW.id, NEW.event_id, NEW.number, NEW.state, NEW.published_at)
            = (OLD.id, OLD.event_id, OLD.number, OLD.state, OLD.published_at) THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'A published agenda version cannot be changed';
      END $$`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE OR REPLACE FUNCTION refuse_agenda_version_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND OLD.state = 'published' AND NEW.state = 'superseded'
          AND (NEW.id, NEW.event_id, NEW.number, NEW.content, NEW.published_at)
            = (OLD.id, OLD.event_id, OLD.number, OLD.content, OLD.published_at) THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'A published agenda version cannot be changed';
      END $$`);
    for (const table of ['retention_run', 'event_retention', 'privacy_request']) await db.query(`DROP TABLE ${table}`);
  }
}
