import { Session, Speaker } from '#agenda';
import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import type { MeetingParty } from '../parties/meeting-party.entity.js';
import type { BusyTime, MeetingSlot } from './slot-book.rules.js';

interface BusyRow {
  readonly partyId: string;
  readonly why: 'meeting' | 'unavailable';
  readonly startsAt: Date;
  readonly endsAt: Date;
}

@Injectable()
export class SlotRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The slots that the event's standing meetings take, all parties together; one meeting may be left out, to be moved. */
  async taken(
    eventId: string,
    exceptMeetingId: string | null,
    manager = this.dataSource.manager,
  ): Promise<MeetingSlot[]> {
    return manager.query<MeetingSlot[]>(
      `SELECT block_id AS "blockId", starts_at AS "startsAt", ends_at AS "endsAt" FROM bilateral_meeting
       WHERE event_id = $1 AND state <> 'cancelled' AND id IS DISTINCT FROM $2`,
      [eventId, exceptMeetingId],
    );
  }

  /** What keeps each party from meeting: its meetings, the time it keeps free, the sessions in which its contact speaks. */
  async busyTimes(
    parties: readonly MeetingParty[],
    exceptMeetingId: string | null,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ReadonlyMap<string, BusyTime[]>> {
    const busy = new Map<string, BusyTime[]>(parties.map(({ id }) => [id, []]));
    const own = await this.meetingsAndFreeTime([...busy.keys()], exceptMeetingId, manager);
    for (const { partyId, ...time } of own) busy.get(partyId)?.push(time);
    const speaking = await this.speaking(parties, manager);
    for (const { personId, ...time } of speaking) {
      for (const party of parties) if (party.contactPersonId === personId) busy.get(party.id)?.push(time);
    }
    return busy;
  }

  private meetingsAndFreeTime(partyIds: string[], exceptMeetingId: string | null, manager: EntityManager) {
    return manager.query<BusyRow[]>(
      `SELECT party_id AS "partyId", 'meeting' AS why, lower(during) AS "startsAt", upper(during) AS "endsAt"
         FROM meeting_attendance WHERE party_id = ANY($1) AND active AND meeting_id IS DISTINCT FROM $2
       UNION ALL
       SELECT party_id, 'unavailable', starts_at, ends_at FROM party_availability WHERE party_id = ANY($1)`,
      [partyIds, exceptMeetingId],
    );
  }

  private async speaking(
    parties: readonly MeetingParty[],
    manager: EntityManager,
  ): Promise<(BusyTime & { personId: string })[]> {
    const personId = In(parties.map((party) => party.contactPersonId));
    const speakers = await manager.findBy(Speaker, { personId, sessionState: 'scheduled' });
    if (speakers.length === 0) return [];
    const sessions = await manager.findBy(Session, { id: In(speakers.map(({ sessionId }) => sessionId)) });
    const titles = new Map(sessions.map(({ id, title }) => [id, title]));
    return speakers.map(({ personId: speaker, startsAt, endsAt, sessionId }) => {
      return { personId: speaker, why: 'speaking', startsAt, endsAt, session: titles.get(sessionId) ?? '' };
    });
  }
}
