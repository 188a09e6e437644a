import { groupedBy, type TimeSlot } from '#kernel';
import { pageFound, type Found, type Page, type PageArgs } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { Session } from './session.entity.js';
import type { EventDays, SessionKind, SessionState } from './session.rules.js';

/** Who is where a session wants to be. */
export interface RoomConflict {
  readonly room: string;
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

export interface SessionSearch {
  readonly eventId: string;
  /** In its title, its summary or the name of somebody who speaks in it. */
  readonly words: string | null;
  /** Calendar day in the event's zone: `2025-06-20`. */
  readonly day?: string | null;
  readonly kind?: SessionKind | null;
  readonly state?: SessionState | null;
  readonly roomId?: string | null;
  readonly blockId?: string | null;
}

export interface SessionGlance {
  readonly words: string;
  /** Its sessions come first. */
  readonly eventId: string | null;
  /** null: of all. */
  readonly events: readonly string[] | null;
}

const zone = '(SELECT zone FROM event WHERE event.id = one.event_id)';
const searched = `accent_blind(one.title || ' ' || one.summary || ' ' || coalesce((
  SELECT string_agg(given_names || ' ' || family_names, ' ') FROM speaker JOIN person ON person.id = person_id
  WHERE session_id = one.id), ''))`;

@Injectable()
export class SessionRepository {
  constructor(private readonly dataSource: DataSource) {}

  byId(id: string, manager: EntityManager = this.dataSource.manager): Promise<Session | null> {
    return manager.findOneBy(Session, { id });
  }

  readonly byIds = async (ids: readonly string[]): Promise<ReadonlyMap<string, Session>> => {
    const rows = await this.dataSource.manager.findBy(Session, { id: In([...ids]) });
    return new Map(rows.map((row) => [row.id, row]));
  };

  /** Each event's sessions by start, cancelled ones too. */
  readonly ofEvents = async (eventIds: readonly string[]): Promise<ReadonlyMap<string, Session[]>> => {
    const where = { eventId: In([...eventIds]) };
    const rows = await this.dataSource.manager.find(Session, { where, order: { startsAt: 'ASC', title: 'ASC' } });
    return groupedBy(rows, (row) => row.eventId);
  };

  /** The event's sessions that are looked for, by start. */
  async found({ eventId, words, ...filter }: SessionSearch, page: PageArgs): Promise<Page<Session>> {
    const { day, kind, state, roomId, blockId } = filter;
    const query = this.dataSource.manager.createQueryBuilder(Session, 'one').where({ eventId });
    if (words) query.andWhere(`strpos(${searched}, accent_blind(:words)) > 0`, { words });
    if (day) query.andWhere(`to_char(one.starts_at AT TIME ZONE ${zone}, 'YYYY-MM-DD') = :day`, { day });
    for (const [column, value] of Object.entries({ kind, state, roomId, blockId })) {
      if (value) query.andWhere({ [column]: value });
    }
    return pageFound(query.orderBy({ 'one.startsAt': 'ASC', 'one.title': 'ASC', 'one.id': 'ASC' }), page);
  }

  /** The first few whose title holds the words, with day, time and event. */
  atAGlance({ words, eventId, events }: SessionGlance, limit: number): Promise<Found[]> {
    return this.dataSource.query<Found[]>(
      `SELECT one.id, one.title, event.slug AS "eventSlug",
         to_char(one.starts_at AT TIME ZONE event.zone, 'YYYY-MM-DD HH24:MI') || ', ' || event.city AS detail
       FROM session one JOIN event ON event.id = one.event_id
       WHERE strpos(accent_blind(one.title), accent_blind($1)) > 0 AND ($2::uuid[] IS NULL OR event.id = ANY ($2))
         AND one.state = 'scheduled' AND event.archived_at IS NULL
       ORDER BY event.id IS DISTINCT FROM $3::uuid, one.starts_at DESC, one.id LIMIT $4`,
      [words, events, eventId, limit],
    );
  }

  /** Whether a session that will be held has that title and that start, a wall-clock time of the event. */
  async isThere(eventId: string, title: string, startsAt: string, manager: EntityManager): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `SELECT FROM session JOIN event ON event.id = event_id
       WHERE event_id = $1 AND session.state = 'scheduled' AND accent_blind(title) = accent_blind($2)
         AND to_char(starts_at AT TIME ZONE zone, 'YYYY-MM-DD"T"HH24:MI') = $3 LIMIT 1`,
      [eventId, title, startsAt],
    );
    return rows.length > 0;
  }

  async isArchivedRoom(roomId: string, manager: EntityManager = this.dataSource.manager): Promise<boolean> {
    const query = 'SELECT FROM room WHERE id = $1 AND archived_at IS NOT NULL';
    return (await manager.query<unknown[]>(query, [roomId])).length > 0;
  }

  /** The first session that is still to be held in the room. */
  firstIn(roomId: string, manager: EntityManager): Promise<Session | null> {
    return manager.findOne(Session, { where: { roomId, state: 'scheduled' }, order: { startsAt: 'ASC' } });
  }

  /** For a change of who speaks in it: waits for whoever changes the session. */
  toChange(id: string, manager: EntityManager): Promise<Session | null> {
    return manager.findOne(Session, { where: { id }, lock: { mode: 'for_no_key_update' } });
  }

  /** Writes the session over its version, and raises it by one; false when another change came first. */
  async replace(session: Session, manager: EntityManager): Promise<boolean> {
    const { id, version, ...rest } = session;
    const { affected } = await manager.update(Session, { id, version }, { ...rest, version: version + 1 });
    return affected === 1;
  }

  /**
   * Those who want the same room or person at once wait in line until the one before them ends: waiting for each other inside the
   * exclusion constraint would be a deadlock.
   */
  async standInLine(names: readonly string[], manager: EntityManager): Promise<void> {
    await manager.query(
      'SELECT pg_advisory_xact_lock(hashtextextended(name, 0)) FROM (SELECT unnest($1::text[]) AS name ORDER BY 1) AS line',
      [names],
    );
  }

  async roomName(roomId: string | null, manager: EntityManager): Promise<string | null> {
    const rows = await manager.query<{ name: string }[]>('SELECT name FROM room WHERE id = $1', [roomId]);
    return rows[0]?.name ?? null;
  }

  /** The session that holds the room during the interval, other than `exceptId`. */
  async roomConflict(
    roomId: string,
    slot: TimeSlot,
    exceptId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<RoomConflict | null> {
    const rows = await manager.query<RoomConflict[]>(
      `SELECT room.name AS room, title, starts_at AS "startsAt", ends_at AS "endsAt"
       FROM session JOIN room ON room.id = session.room_id
       WHERE room_id = $1 AND state = 'scheduled' AND session.id <> $4
         AND tstzrange(starts_at, ends_at) && tstzrange($2, $3)
       ORDER BY starts_at LIMIT 1`,
      [roomId, slot.startsAt, slot.endsAt, exceptId],
    );
    return rows[0] ?? null;
  }

  /** A scheduled session of the event that does not stand within the days, the earliest. */
  async firstOutside(eventId: string, days: EventDays, manager: EntityManager): Promise<Session | null> {
    return manager
      .createQueryBuilder(Session, 'session')
      .where("session.eventId = :eventId AND session.state = 'scheduled'", { eventId })
      .andWhere(
        `((session.starts_at AT TIME ZONE :zone)::date < :startsOn
          OR ((session.ends_at - interval '1 millisecond') AT TIME ZONE :zone)::date > :endsOn)`,
        { ...days },
      )
      .orderBy('session.startsAt')
      .getOne();
  }

  /** Whether the public has seen it: the event is public, and the session stands in a version that was published at some time. */
  async wasPublished(id: string, manager: EntityManager): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `SELECT FROM session JOIN event ON event.id = session.event_id
       JOIN agenda_version ON agenda_version.event_id = session.event_id
       WHERE session.id = $1 AND event.state = 'published'
         AND jsonb_path_exists(content, '$.days[*].sessions[*] ? (@.id == $id)', jsonb_build_object('id', $1::text))
       LIMIT 1`,
      [id],
    );
    return rows.length > 0;
  }
}
