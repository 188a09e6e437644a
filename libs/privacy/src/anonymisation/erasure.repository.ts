import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { erased, type Identity, type Shared } from './needles.rules.js';

interface TextColumn {
  readonly table: string;
  readonly column: string;
  readonly type: string;
}

/** Written by hand below, or by the audit's own erasure; accounts are staff's, who are not erased with a person of the same name. */
const writtenElsewhere = ['person', 'account', 'audit_entry', 'migrations', 'mailbox_mail'];

/** Of the database's advisory locks; any number that nothing else locks. */
const erasureLock = 7_468_658;

/** States in which a mail may still go out. */
const pending = "('queued', 'deferred', 'uncertain')";

/** The statements that erase a person from every table. They run in one transaction, as the product itself. */
@Injectable()
export class ErasureRepository {
  /** One erasure at a time: two who share an address, erased at once, would each be taken for the one who stays. */
  async takeTurn(manager: EntityManager): Promise<void> {
    await manager.query('SELECT pg_advisory_xact_lock($1)', [erasureLock]);
  }

  /** Whether somebody else who is still known has the same name, address or phone. */
  async sharedWith(
    manager: EntityManager,
    personId: string,
    { givenNames, familyNames, email, phone }: Identity,
  ): Promise<Shared> {
    const [row] = await manager.query<Shared[]>(
      `SELECT EXISTS (SELECT FROM person WHERE id <> $1 AND lower(given_names) = lower($2) AND lower(family_names) = lower($3)) AS name,
         EXISTS (SELECT FROM person WHERE id <> $1 AND lower(email) = lower($4))
           OR EXISTS (SELECT FROM account WHERE email = $4) AS email,
         EXISTS (SELECT FROM person WHERE id <> $1 AND phone = $5) AS phone`,
      [personId, givenNames, familyNames, email, phone],
    );
    return row;
  }

  /** Rows that are about the person: what the audit says of them is erased whole. */
  async rowsAbout(manager: EntityManager, personId: string): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `SELECT id FROM registration WHERE person_id = $1 UNION ALL SELECT id FROM invitation WHERE person_id = $1
       UNION ALL SELECT id FROM speaker WHERE person_id = $1 UNION ALL SELECT id FROM position WHERE person_id = $1
       UNION ALL SELECT id FROM assistant_grant WHERE person_id = $1`,
      [personId],
    );
    return [personId, ...rows.map(({ id }) => id)];
  }

  /** The links and grants by which they or their assistants acted. */
  async actorsOf(manager: EntityManager, personId: string): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `SELECT id FROM signed_link WHERE person_id = $1 UNION ALL SELECT id FROM assistant_grant WHERE person_id = $1`,
      [personId],
    );
    return [personId, ...rows.map(({ id }) => id)];
  }

  async erasePerson(manager: EntityManager, personId: string, now: Date): Promise<void> {
    await manager.query(
      `UPDATE person SET given_names = 'Persona', family_names = 'anonimizada', email = NULL, phone = NULL,
         document_type = NULL, document_number = NULL, anonymised_at = $2 WHERE id = $1`,
      [personId, now],
    );
    await manager.query('UPDATE signed_link SET revoked_at = coalesce(revoked_at, $2) WHERE person_id = $1', [
      personId,
      now,
    ]);
    await manager.query('DELETE FROM assistant_grant WHERE person_id = $1', [personId]);
    await manager.query('DELETE FROM guest_proof WHERE person_id = $1', [personId]);
    await manager.query('DELETE FROM guest_passkey WHERE person_id = $1', [personId]);
    await manager.query('UPDATE guest_session SET person_id = NULL WHERE person_id = $1', [personId]);
    await manager.query(
      `UPDATE privacy_request SET words = $2, answer = CASE WHEN answer IS NOT NULL THEN $2 END WHERE person_id = $1`,
      [personId, erased],
    );
  }

  /** Their own mails lose all content; those still on their way stay unsent. Answers the ids that their headers carry. */
  async eraseOwnMails(manager: EntityManager, personId: string, email: string | null): Promise<string[]> {
    // Servers like to repeat the address that they answer about.
    await manager.query(
      `UPDATE delivery_event SET response = NULL WHERE response IS NOT NULL
       AND message_id IN (SELECT id FROM message WHERE person_id = $1 OR lower(to_address) = lower($2))`,
      [personId, email],
    );
    const [rows] = await manager.query<[{ message_id: string }[], number]>(
      `UPDATE message SET to_name = $2, to_address = $2, subject = $2, html = $2, text = $2, links = '[]',
         calendar_content = CASE WHEN calendar_content IS NOT NULL THEN $2 END, last_response = NULL, next_attempt_at = NULL,
         state = CASE WHEN state IN ${pending} THEN 'suppressed' ELSE state END
       WHERE person_id = $1 OR lower(to_address) = lower($3) RETURNING message_id`,
      [personId, erased, email],
    );
    if (email) {
      await manager.query('DELETE FROM suppressed_address WHERE address = lower($1)', [email]);
      await manager.query('DELETE FROM guest_proof WHERE lower(address) = lower($1)', [email]);
      await manager.query('DELETE FROM one_time_code WHERE lower(address) = lower($1)', [email]);
      await manager.query('DELETE FROM lost_link_request WHERE lower(address) = lower($1)', [email]);
    }
    return rows.map(({ message_id: id }) => id);
  }

  /**
   * Rows of files that were imported hold given and family names in cells of their own, in whatever writing, and beside them all else that
   * the file said of the person. Faults quote cells; whoever applies the file has it judged again.
   */
  async eraseImportedRows(manager: EntityManager, person: Identity, shared: Shared): Promise<void> {
    const own = [shared.email ? null : person.email, person.documentNumber].filter((value) => value !== null);
    await manager.query(
      `UPDATE import_row SET cells = array_fill($5::text, ARRAY[cardinality(cells)]),
         faults = '[]'
       WHERE (SELECT array_agg(accent_blind(btrim(cell))) FROM unnest(cells) cell) && ARRAY(SELECT accent_blind(unnest($4::text[])))
       OR (NOT $3 AND (SELECT array_agg(accent_blind(btrim(cell))) FROM unnest(cells) cell)
         @> ARRAY[accent_blind($1), accent_blind($2)])`,
      [person.givenNames, person.familyNames, shared.name, own, erased],
    );
  }

  /** Replaces the pattern in every text, JSON and array of every table, also of those that later versions add. */
  async eraseMentions(manager: EntityManager, pattern: string): Promise<void> {
    await manager.query("SELECT set_config('tinkuy.anonymising', 'on', true)");
    for (const one of await this.textColumns(manager)) {
      const { table, column, type } = one;
      const text = textOf(column);
      await manager.query(
        `UPDATE "${table}" SET "${column}" = regexp_replace(${text}, $1, $2, 'gi')::${type} WHERE ${text} ~* $1`,
        [pattern, erased],
      );
    }
  }

  /** The mailbox of the demonstration keeps mails as they came, encoded: those that were erased, or mention the address, go whole. */
  async eraseMailbox(manager: EntityManager, messageIds: readonly string[], email: string | null): Promise<void> {
    await manager.query(
      `DELETE FROM mailbox_mail WHERE lower(envelope_to) = lower($2)
       OR EXISTS (SELECT FROM unnest($1::text[]) AS one (id) WHERE position(convert_to(one.id, 'UTF8') IN raw) > 0)`,
      [messageIds, email],
    );
  }

  /** Mails to others that name the person: what their headers carry. */
  async mailsMentioning(manager: EntityManager, pattern: string): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `SELECT message_id AS id FROM message WHERE concat_ws(E'\n', subject, html, text, ${textOf('calendar_content')}) ~* $1`,
      [pattern],
    );
    return rows.map(({ id }) => id);
  }

  private textColumns(manager: EntityManager): Promise<TextColumn[]> {
    return manager.query<TextColumn[]>(
      `SELECT columns.table_name AS "table", column_name AS "column",
         CASE WHEN data_type = 'ARRAY' THEN 'text[]' WHEN data_type = 'USER-DEFINED' THEN udt_name ELSE data_type END AS type
       FROM information_schema.columns
       JOIN information_schema.tables USING (table_schema, table_name)
       WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND is_generated = 'NEVER'
         AND columns.table_name <> ALL ($1)
         AND (data_type IN ('text', 'character varying', 'json', 'jsonb') OR udt_name IN ('citext', '_text'))
       ORDER BY columns.table_name, ordinal_position`,
      [writtenElsewhere],
    );
  }
}

/** The column as text. Calendars break their lines anywhere, also inside a name. */
function textOf(column: string): string {
  return column === 'calendar_content'
    ? `regexp_replace("calendar_content", E'\r\n[ \t]', '', 'g')`
    : `"${column}"::text`;
}
