import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddDeliveryEvents1750000300100 implements MigrationInterface {
  readonly name = 'AddDeliveryEvents1750000300100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE delivery_event (
        id uuid PRIMARY KEY,
        sequence bigserial NOT NULL,
        message_id uuid NOT NULL REFERENCES message (id) ON DELETE CASCADE,
        event_id uuid NOT NULL,
        state text NOT NULL CHECK (state IN
          ('queued', 'sending', 'sent', 'deferred', 'failed', 'suppressed', 'uncertain', 'delivered', 'bounced')),
        attempt int NOT NULL,
        response text,
        happened_at timestamptz NOT NULL
      )`);
    await db.query('CREATE INDEX delivery_event_of_message ON delivery_event (message_id, sequence)');
    await db.query('CREATE INDEX message_of_event_by_state ON message (event_id, state)');
    await db.query("CREATE INDEX job_failed ON job (ended_at DESC) WHERE state = 'failed'");
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX job_failed');
    await db.query('DROP INDEX message_of_event_by_state');
    await db.query('DROP TABLE delivery_event');
  }
}
