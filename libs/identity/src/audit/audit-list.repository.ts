import { isId } from '#kernel';
import { limitOf, offsetOf, pageAt, type Page, type PageArgs } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Which entries are wanted; what is absent does not narrow. */
export interface AuditNarrowing {
  readonly action?: string;
  readonly subject?: string;
  readonly subjectId?: string;
  readonly actorId?: string;
  /** In which way somebody came: `link`. */
  readonly actorKind?: string;
  readonly from?: Date;
  readonly until?: Date;
}

/** Whose entries: an event's, an organisation's with those of its events, or all that there are. */
export interface AuditPlace {
  readonly eventId?: string | null;
  readonly organizationId?: string | null;
}

export interface ListedEntry {
  readonly id: string;
  readonly sequence: string;
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

export interface AuditActor {
  readonly id: string;
  readonly name: string;
}

/** By what the audit of a place can be narrowed. */
interface AuditWords {
  readonly actions: string[];
  readonly subjects: string[];
  readonly actorKinds: string[];
  readonly actors: AuditActor[];
}

const columns = `entry.id, entry.sequence, entry.recorded_at AS "recordedAt", entry.action, entry.subject,
  entry.subject_id AS "subjectId", entry.actor_kind AS "actorKind", coalesce(account.name, api_key.name) AS "actorName",
  entry.on_behalf_of AS "onBehalfOf", entry.came_from ->> 'address' AS address, entry.before, entry.after,
  entry.position IS NOT NULL AS "isSealed"`;

const placed = `
  FROM audit_entry AS entry
  LEFT JOIN account ON account.id = entry.actor_id
  LEFT JOIN api_key ON api_key.id = entry.actor_id
  WHERE ($1::uuid IS NULL OR entry.event_id = $1)
    AND ($2::uuid IS NULL OR entry.organization_id = $2
      OR entry.event_id IN (SELECT event.id FROM event WHERE event.organization_id = $2))`;

const narrowed = `${placed}
    AND ($3::text IS NULL OR entry.action = $3)
    AND ($4::text IS NULL OR entry.subject = $4)
    AND ($5::uuid IS NULL OR entry.subject_id = $5)
    AND ($6::uuid IS NULL OR entry.actor_id = $6)
    AND ($7::timestamptz IS NULL OR entry.recorded_at >= $7)
    AND ($8::timestamptz IS NULL OR entry.recorded_at < $8)
    AND ($9::text = '' OR concat_ws(' ', account.name, api_key.name, entry.action, entry.subject) ILIKE '%' || $9 || '%')
    AND ($10::text IS NULL OR entry.actor_kind = $10)`;

const batchSize = 500;

/** What an id that is none finds. */
const nobody = '00000000-0000-0000-0000-000000000000';

@Injectable()
export class AuditListRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The latest first. */
  async found(place: AuditPlace, filter: AuditNarrowing, search: string, page: PageArgs): Promise<Page<ListedEntry>> {
    const values = valuesOf(place, filter, search);
    const rows = await this.dataSource.query<ListedEntry[]>(
      `SELECT ${columns} ${narrowed} ORDER BY entry.sequence DESC LIMIT $11 OFFSET $12`,
      [...values, limitOf(page), offsetOf(page)],
    );
    const [{ total }] = await this.dataSource.query<{ total: number }[]>(
      `SELECT count(*)::int AS total ${narrowed}`,
      values,
    );
    return pageAt(rows, total, page);
  }

  /** All of them, the latest first. Entries that are written meanwhile stand before the first and move none. */
  async *batches(place: AuditPlace, filter: AuditNarrowing, search: string): AsyncIterable<ListedEntry[]> {
    const values = valuesOf(place, filter, search);
    let rows: ListedEntry[] = [];
    do {
      rows = await this.dataSource.query<ListedEntry[]>(
        `SELECT ${columns} ${narrowed} AND ($11::bigint IS NULL OR entry.sequence < $11)
         ORDER BY entry.sequence DESC LIMIT $12`,
        [...values, rows.at(-1)?.sequence ?? null, batchSize],
      );
      yield rows;
    } while (rows.length === batchSize);
  }

  /** The verbs, nouns, accounts, keys and ways of coming in that the entries name, for the filters. */
  async wordsOf(place: AuditPlace): Promise<AuditWords> {
    const [row] = await this.dataSource.query<{ [Name in keyof AuditWords]: AuditWords[Name] | null }[]>(
      `SELECT array_agg(DISTINCT action ORDER BY action) AS actions, array_agg(DISTINCT subject ORDER BY subject) AS subjects,
              array_agg(DISTINCT actor_kind ORDER BY actor_kind) AS "actorKinds",
              jsonb_agg(DISTINCT jsonb_build_object('id', actor_id, 'name', actor_name)) FILTER (WHERE actor_name IS NOT NULL) AS actors
       FROM (SELECT entry.action, entry.subject, entry.actor_kind, entry.actor_id, coalesce(account.name, api_key.name) AS actor_name ${placed}) AS said`,
      [place.eventId ?? null, place.organizationId ?? null],
    );
    const actors = (row.actors ?? []).toSorted((one, other) => one.name.localeCompare(other.name));
    const { actions, subjects, actorKinds } = row;
    return { actions: actions ?? [], subjects: subjects ?? [], actorKinds: actorKinds ?? [], actors };
  }
}

function valuesOf({ eventId, organizationId }: AuditPlace, filter: AuditNarrowing, search: string): unknown[] {
  const { action, subject, subjectId, actorId, actorKind, from, until } = filter;
  const ids = [subjectId, actorId].map((id) => (id && !isId(id) ? nobody : id));
  const wanted = [eventId, organizationId, action, subject, ...ids, from, until];
  return [...wanted.map((value) => value ?? null), search.trim().replace(/[\\%_]/g, '\\$&'), actorKind ?? null];
}
