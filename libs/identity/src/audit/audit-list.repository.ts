import { limitOf, offsetOf, pageAt, type Page, type PageArgs } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Which entries are wanted; what is absent does not narrow. */
export interface AuditNarrowing {
  readonly action?: string;
  readonly subject?: string;
  readonly subjectId?: string;
  readonly actorId?: string;
  readonly from?: Date;
  readonly until?: Date;
}

export interface ListedEntry {
  readonly id: string;
  readonly recordedAt: Date;
  readonly action: string;
  readonly subject: string;
  readonly subjectId: string;
  readonly actorKind: string;
  readonly actorName: string | null;
  readonly onBehalfOf: string | null;
  readonly address: string | null;
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
  readonly isSealed: boolean;
}

const narrowed = `
  FROM audit_entry AS entry
  LEFT JOIN account ON account.id = entry.actor_id
  LEFT JOIN api_key ON api_key.id = entry.actor_id
  WHERE entry.event_id = $1
    AND ($2::text IS NULL OR entry.action = $2)
    AND ($3::text IS NULL OR entry.subject = $3)
    AND ($4::uuid IS NULL OR entry.subject_id = $4)
    AND ($5::uuid IS NULL OR entry.actor_id = $5)
    AND ($6::timestamptz IS NULL OR entry.recorded_at >= $6)
    AND ($7::timestamptz IS NULL OR entry.recorded_at < $7)
    AND ($8::text = '' OR concat_ws(' ', account.name, api_key.name, entry.action, entry.subject) ILIKE '%' || $8 || '%')`;

@Injectable()
export class AuditListRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** An event's entries, the latest first. */
  async ofEvent(eventId: string, filter: AuditNarrowing, search: string, page: PageArgs): Promise<Page<ListedEntry>> {
    const { action, subject, subjectId, actorId, from, until } = filter;
    const wanted = [eventId, action, subject, subjectId, actorId, from, until].map((value) => value ?? null);
    const values = [...wanted, search.trim().replace(/[\\%_]/g, '\\$&')];
    const rows = await this.dataSource.query<ListedEntry[]>(
      `SELECT entry.id, entry.recorded_at AS "recordedAt", entry.action, entry.subject, entry.subject_id AS "subjectId",
              entry.actor_kind AS "actorKind", coalesce(account.name, api_key.name) AS "actorName",
              entry.on_behalf_of AS "onBehalfOf", entry.came_from ->> 'address' AS address, entry.before, entry.after,
              entry.position IS NOT NULL AS "isSealed"
       ${narrowed} ORDER BY entry.sequence DESC LIMIT $9 OFFSET $10`,
      [...values, limitOf(page), offsetOf(page)],
    );
    const [{ total }] = await this.dataSource.query<{ total: number }[]>(
      `SELECT count(*)::int AS total ${narrowed}`,
      values,
    );
    return pageAt(rows, total, page);
  }

  /** The verbs and nouns that the event's entries name, for the filters. */
  async wordsOf(eventId: string): Promise<{ actions: string[]; subjects: string[] }> {
    const [row] = await this.dataSource.query<{ actions: string[] | null; subjects: string[] | null }[]>(
      `SELECT array_agg(DISTINCT action ORDER BY action) AS actions, array_agg(DISTINCT subject ORDER BY subject) AS subjects
       FROM audit_entry WHERE event_id = $1`,
      [eventId],
    );
    return { actions: row.actions ?? [], subjects: row.subjects ?? [] };
  }
}
