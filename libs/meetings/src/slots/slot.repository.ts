import { Session, Speaker } from '#agenda';
import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import type { MeetingParty } from '../parties/meeting-party.entity.js';
import type { BusyTime, TakenSlot } from './slot-book.rules.js';

/** What the event's meetings and the parties' own say of the slots, read at one instant. */
export interface SlotRows {
  /** Number of tables by block id. */
  readonly tables: ReadonlyMap<string, number>;
  readonly taken: readonly TakenSlot[];
  /** What keeps each party from meeting, by its id. */
  readonly busy: ReadonlyMap<string, BusyTime[]>;
}

interface Interval {
  readonly startsAt: string;
  readonly endsAt: string;
}

interface FactsRow {
  readonly tables: { blockId: string; count: number }[];
  readonly taken: (Interval & { blockId: string; count: number })[];
  readonly busy: (Interval & { partyId: string; why: 'meeting' | 'unavailable' })[];
}

const timesOf = ({ startsAt, endsAt }: Interval) => ({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) });

/** One statement: every acceptance asks it, and of many at once each holds locks while it asks. */
const factsStatement = `
  SELECT
    (SELECT coalesce(json_agg(t), '[]') FROM (
      SELECT block_id AS "blockId", count(*)::int AS count FROM meeting_table WHERE event_id = $1 GROUP BY 1) t) AS tables,
    (SELECT coalesce(json_agg(m), '[]') FROM (
      SELECT block_id AS "blockId", starts_at AS "startsAt", ends_at AS "endsAt", count(*)::int AS count FROM bilateral_meeting
      WHERE event_id = $1 AND state <> 'cancelled' AND id IS DISTINCT FROM $3 GROUP BY 1, 2, 3) m) AS taken,
    (SELECT coalesce(json_agg(b), '[]') FROM (
      SELECT party_id AS "partyId", 'meeting' AS why, lower(during) AS "startsAt", upper(during) AS "endsAt"
        FROM meeting_attendance WHERE party_id = ANY($2) AND active AND meeting_id IS DISTINCT FROM $3
      UNION ALL
      SELECT party_id, 'unavailable', starts_at, ends_at FROM party_availability WHERE party_id = ANY($2)) b) AS busy`;

@Injectable()
export class SlotRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Everything that decides which of the event's slots the parties have free; one meeting may be left out, to be moved. */
  async factsFor(
    eventId: string,
    parties: readonly MeetingParty[],
    exceptMeetingId: string | null,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<SlotRows> {
    const partyIds = parties.map(({ id }) => id);
    const [facts] = await manager.query<[FactsRow]>(factsStatement, [eventId, partyIds, exceptMeetingId]);
    const busy = new Map<string, BusyTime[]>(partyIds.map((id) => [id, []]));
    for (const { partyId, why, ...interval } of facts.busy) busy.get(partyId)?.push({ why, ...timesOf(interval) });
    for (const { personId, ...time } of await this.speaking(parties, manager)) {
      for (const party of parties) if (party.contactPersonId === personId) busy.get(party.id)?.push(time);
    }
    return {
      tables: new Map(facts.tables.map(({ blockId, count }) => [blockId, count])),
      taken: facts.taken.map(({ blockId, count, ...interval }) => ({ blockId, count, ...timesOf(interval) })),
      busy,
    };
  }

  /** The sessions in which the parties' contacts speak. */
  private async speaking(parties: readonly MeetingParty[], manager: EntityManager) {
    const personIds = parties.map((party) => party.contactPersonId);
    const speakers = await manager.findBy(Speaker, { personId: In(personIds), sessionState: 'scheduled' });
    if (speakers.length === 0) return [];
    const sessions = await manager.findBy(Session, { id: In(speakers.map(({ sessionId }) => sessionId)) });
    const titles = new Map(sessions.map(({ id, title }) => [id, title]));
    return speakers.map(({ personId, startsAt, endsAt, sessionId }) => {
      return { personId, why: 'speaking' as const, startsAt, endsAt, session: titles.get(sessionId) ?? '' };
    });
  }
}
