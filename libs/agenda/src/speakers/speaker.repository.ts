import { groupedBy, type TimeSlot } from '#kernel';
import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { Speaker } from './speaker.entity.js';

/** Where a speaker is already. */
export interface SpeakerConflict {
  readonly speaker: string;
  readonly eventId: string;
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

@Injectable()
export class SpeakerRepository {
  constructor(private readonly dataSource: DataSource) {}

  byId(id: string, manager: EntityManager = this.dataSource.manager): Promise<Speaker | null> {
    return manager.findOneBy(Speaker, { id });
  }

  /** Each session's speakers in the order in which they are shown. */
  readonly ofSessions = async (sessionIds: readonly string[]): Promise<ReadonlyMap<string, Speaker[]>> => {
    const where = { sessionId: In([...sessionIds]) };
    const rows = await this.dataSource.manager.find(Speaker, { where, order: { order: 'ASC' } });
    return groupedBy(rows, (row) => row.sessionId);
  };

  ofSession(sessionId: string, manager: EntityManager): Promise<Speaker[]> {
    return manager.find(Speaker, { where: { sessionId }, order: { order: 'ASC' } });
  }

  /** Writes the places 1, 2, 3… in the order of the ids. */
  async reorder(sessionId: string, ids: readonly string[], manager: EntityManager): Promise<void> {
    await manager.query(
      `UPDATE speaker SET shown_order = place FROM unnest($2::uuid[]) WITH ORDINALITY AS wanted (id, place)
       WHERE speaker.id = wanted.id AND session_id = $1`,
      [sessionId, ids],
    );
  }

  /** The next calendar entry of everyone in the session replaces the one before. */
  async raiseCalendarSequence(sessionId: string, manager: EntityManager): Promise<void> {
    await manager.increment(Speaker, { sessionId }, 'calendarSequence', 1);
  }

  /** The first of the persons who speaks elsewhere during the interval, with where. */
  async conflict(
    personIds: readonly string[],
    slot: TimeSlot,
    exceptSessionId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<SpeakerConflict | null> {
    const rows = await manager.query<SpeakerConflict[]>(
      `SELECT given_names || ' ' || family_names AS speaker, session.event_id AS "eventId", title,
         session.starts_at AS "startsAt", session.ends_at AS "endsAt"
       FROM speaker JOIN session ON session.id = session_id JOIN person ON person.id = person_id
       WHERE person_id = ANY($1) AND session.state = 'scheduled' AND session_id <> $4
         AND tstzrange(speaker.starts_at, speaker.ends_at) && tstzrange($2, $3)
       ORDER BY session.starts_at, family_names LIMIT 1`,
      [personIds, slot.startsAt, slot.endsAt, exceptSessionId],
    );
    return rows[0] ?? null;
  }
}
