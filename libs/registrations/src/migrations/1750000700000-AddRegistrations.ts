import type { MigrationInterface, QueryRunner } from 'typeorm';

const active = `('draft', 'submitted', 'awaiting_focal_point', 'under_review', 'confirmed', 'waitlisted', 'offered')`;
const ended = `('expired', 'rejected', 'substituted', 'withdrawn', 'cancelled')`;

export class AddRegistrations1750000700000 implements MigrationInterface {
  readonly name = 'AddRegistrations1750000700000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE event_quota (
        event_id uuid PRIMARY KEY REFERENCES event (id),
        capacity int NOT NULL CHECK (capacity >= 1),
        taken int NOT NULL DEFAULT 0,
        CONSTRAINT event_quota_holds CHECK (taken BETWEEN 0 AND capacity)
      )`);
    await db.query(`
      CREATE TABLE delegation (
        id uuid PRIMARY KEY,
        event_id uuid NOT NULL REFERENCES event (id),
        institution_id uuid NOT NULL REFERENCES institution (id),
        quota int NOT NULL CHECK (quota >= 1),
        taken int NOT NULL DEFAULT 0,
        focal_point_person_id uuid REFERENCES person (id),
        state text NOT NULL CHECK (state IN ('invited', 'opened', 'submitted', 'accredited', 'closed')),
        needs_review boolean NOT NULL DEFAULT false,
        link_id uuid,
        created_at timestamptz NOT NULL,
        submitted_at timestamptz,
        CONSTRAINT delegation_quota_holds CHECK (taken BETWEEN 0 AND quota),
        CONSTRAINT delegation_once UNIQUE (event_id, institution_id),
        CONSTRAINT delegation_event UNIQUE (id, event_id)
      )`);
    await db.query(`
      CREATE TABLE registration (
        id uuid PRIMARY KEY,
        event_id uuid NOT NULL,
        delegation_id uuid NOT NULL,
        person_id uuid NOT NULL REFERENCES person (id),
        position_title text NOT NULL,
        state text NOT NULL CHECK (state IN ${active} OR state IN ${ended}),
        sequence bigserial NOT NULL,
        made_person boolean NOT NULL,
        offer_expires_at timestamptz,
        calendar_sequence int NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL,
        changed_at timestamptz NOT NULL,
        CONSTRAINT registration_of_its_event FOREIGN KEY (delegation_id, event_id) REFERENCES delegation (id, event_id),
        CONSTRAINT registration_offer_ends CHECK ((state = 'offered') = (offer_expires_at IS NOT NULL))
      )`);
    await db.query(
      `CREATE UNIQUE INDEX registration_once ON registration (event_id, person_id) WHERE state IN ${active}`,
    );
    await db.query('CREATE INDEX registration_of_delegation ON registration (delegation_id, sequence)');
    await db.query('CREATE INDEX registration_of_event ON registration (event_id, sequence)');
    await db.query("CREATE INDEX registration_offered ON registration (offer_expires_at) WHERE state = 'offered'");
    await db.query(
      "CREATE INDEX registration_waiting ON registration (delegation_id, sequence) WHERE state = 'waitlisted'",
    );
    await this.addInvitation(db);
  }

  private async addInvitation(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE invitation (
        id uuid PRIMARY KEY,
        event_id uuid NOT NULL REFERENCES event (id),
        kind text NOT NULL CHECK (kind IN ('focal_point', 'speaker')),
        person_id uuid NOT NULL REFERENCES person (id),
        subject_id uuid,
        state text NOT NULL CHECK (state IN ('draft', 'queued', 'sent', 'accepted', 'declined', 'delegated', 'expired', 'revoked',
          'bounced', 'accepted_other_way')),
        link_id uuid,
        expires_at timestamptz NOT NULL,
        sends int NOT NULL DEFAULT 0,
        delegated_to_id uuid REFERENCES invitation (id),
        created_at timestamptz NOT NULL,
        answered_at timestamptz,
        CONSTRAINT invitation_focal_point_subject CHECK (kind <> 'focal_point' OR subject_id IS NOT NULL)
      )`);
    await db.query(`
      CREATE UNIQUE INDEX invitation_once ON invitation (event_id, kind, person_id, subject_id) NULLS NOT DISTINCT
        WHERE state IN ('draft', 'queued', 'sent', 'accepted')`);
    await db.query('CREATE INDEX invitation_of_event ON invitation (event_id, created_at, id)');
    await db.query("CREATE INDEX invitation_open ON invitation (expires_at) WHERE state IN ('queued', 'sent')");
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['invitation', 'registration', 'delegation', 'event_quota'])
      await db.query(`DROP TABLE ${table}`);
  }
}
