import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddGuestPasskeys1750000900120 implements MigrationInterface {
  readonly name = 'AddGuestPasskeys1750000900120';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE guest_passkey (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person (id),
        credential_id text NOT NULL CONSTRAINT guest_passkey_credential_unique UNIQUE,
        public_key bytea NOT NULL,
        counter bigint NOT NULL,
        transports text[] NOT NULL,
        is_backed_up boolean NOT NULL,
        created_at timestamptz NOT NULL,
        last_used_at timestamptz
      )`);
    await db.query('CREATE INDEX guest_passkey_person ON guest_passkey (person_id)');
    // What was proved by a passkey is over when the passkey is revoked.
    await db.query(
      'ALTER TABLE guest_proof ADD COLUMN passkey_id uuid REFERENCES guest_passkey (id) ON DELETE CASCADE',
    );
    await db.query('CREATE INDEX guest_proof_passkey ON guest_proof (passkey_id)');
    // Reads past the wall, as for a proved address: whoever signs in is nobody yet. No more of the person than their name.
    await db.query(`
      CREATE FUNCTION acquaintance_of_passkey(asked uuid)
      RETURNS TABLE ("personId" uuid, name text, "isDemonstration" boolean, assistant jsonb)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
        SELECT person.id, given_names || ' ' || family_names, is_demonstration, NULL::jsonb
        FROM guest_passkey JOIN person ON person.id = person_id WHERE guest_passkey.id = asked AND anonymised_at IS NULL
      $$`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP FUNCTION acquaintance_of_passkey(uuid)');
    await db.query('ALTER TABLE guest_proof DROP COLUMN passkey_id');
    await db.query('DROP TABLE guest_passkey');
  }
}
