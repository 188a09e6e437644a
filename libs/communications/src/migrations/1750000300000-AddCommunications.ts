import type { MigrationInterface, QueryRunner } from 'typeorm';

const messages = [
  `
  CREATE TABLE message (
    id uuid PRIMARY KEY,
    position bigserial NOT NULL,
    event_id uuid NOT NULL,
    mail text NOT NULL,
    policy text NOT NULL CHECK (policy IN ('at_least_once', 'at_most_once')),
    person_id uuid,
    from_name text NOT NULL,
    to_name text NOT NULL,
    to_address text NOT NULL CHECK (to_address !~ '[[:cntrl:],;<>]'),
    language text NOT NULL CHECK (language IN ('es', 'en')),
    subject text NOT NULL CHECK (subject !~ '[[:cntrl:]]'),
    html text NOT NULL,
    text text NOT NULL,
    links jsonb NOT NULL DEFAULT '[]',
    calendar_uid text,
    calendar_sequence int,
    calendar_method text CHECK (calendar_method IN ('REQUEST', 'CANCEL', 'PUBLISH')),
    calendar_content text,
    dedupe_key text NOT NULL CONSTRAINT message_once UNIQUE,
    message_id text NOT NULL UNIQUE,
    state text NOT NULL CHECK (state IN
      ('queued', 'sending', 'sent', 'deferred', 'failed', 'suppressed', 'uncertain', 'delivered', 'bounced')),
    attempts int NOT NULL DEFAULT 0,
    sender int,
    data_at timestamptz,
    next_attempt_at timestamptz,
    waits_for uuid,
    send_before timestamptz,
    last_response text,
    queued_at timestamptz NOT NULL,
    sent_at timestamptz,
    CHECK ((calendar_uid IS NULL) = (calendar_content IS NULL))
  )`,
  'CREATE INDEX message_of_event ON message (event_id, position DESC)',
  "CREATE INDEX message_deferred ON message (next_attempt_at) WHERE state = 'deferred'",
  'CREATE INDEX message_waiting ON message (waits_for) WHERE waits_for IS NOT NULL',
  "CREATE INDEX message_sending ON message (sender) WHERE state = 'sending'",
  `
  CREATE INDEX message_of_calendar ON message (calendar_uid, to_address, position)
  WHERE calendar_uid IS NOT NULL AND state IN ('queued', 'deferred', 'sending')`,
  `
  CREATE TABLE suppressed_address (
    address text PRIMARY KEY,
    reason text NOT NULL,
    message_id uuid NOT NULL REFERENCES message (id) ON DELETE CASCADE,
    suppressed_at timestamptz NOT NULL
  )`,
];

const reminders = [
  `
  CREATE TABLE reminder (
    id uuid PRIMARY KEY,
    event_id uuid NOT NULL,
    subject_kind text NOT NULL,
    subject_id uuid NOT NULL,
    offset_minutes int NOT NULL CHECK (offset_minutes > 0),
    occurrence_start timestamptz NOT NULL,
    due_at timestamptz NOT NULL,
    state text NOT NULL CHECK (state IN ('scheduled', 'fired', 'skipped', 'moved', 'cancelled')),
    settled_at timestamptz,
    CONSTRAINT reminder_once UNIQUE (subject_kind, subject_id, offset_minutes, occurrence_start)
  )`,
  "CREATE INDEX reminder_scheduled ON reminder (due_at) WHERE state = 'scheduled'",
  'CREATE INDEX reminder_of_event ON reminder (event_id, due_at)',
];

const mailbox = [
  `
  CREATE TABLE mailbox_mail (
    id uuid PRIMARY KEY,
    position bigserial NOT NULL,
    received_at timestamptz NOT NULL,
    envelope_from text NOT NULL,
    envelope_to text NOT NULL,
    subject text NOT NULL,
    raw bytea NOT NULL
  )`,
  'CREATE INDEX mailbox_mail_newest ON mailbox_mail (position DESC)',
];

export class AddCommunications1750000300000 implements MigrationInterface {
  readonly name = 'AddCommunications1750000300000';

  async up(db: QueryRunner): Promise<void> {
    for (const statement of [...messages, ...reminders, ...mailbox]) await db.query(statement);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['mailbox_mail', 'reminder', 'suppressed_address', 'message'])
      await db.query(`DROP TABLE ${table}`);
  }
}
