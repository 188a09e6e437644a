import { isId } from '#kernel';
import { pageFound, searchPattern, type Page, type PageArgs } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { requestsLike } from '../requests/requests-like.js';
import type { MeetingSlot } from '../slots/slot-book.rules.js';
import type { BilateralMeetingState } from './bilateral-meeting.rules.js';
import { BilateralMeeting } from './bilateral-meeting.entity.js';

/** What is asked of an event's meetings; what is absent does not narrow the answer. */
export interface MeetingQuestion {
  readonly partyId?: string | null;
  readonly states?: readonly BilateralMeetingState[] | null;
  readonly blockId?: string | null;
  readonly search?: string | null;
}

@Injectable()
export class BilateralMeetingRepository {
  constructor(private readonly dataSource: DataSource) {}

  byId(id: string, manager: EntityManager = this.dataSource.manager): Promise<BilateralMeeting | null> {
    return isId(id) ? manager.findOneBy(BilateralMeeting, { id }) : Promise.resolve(null);
  }

  toChange(id: string, manager: EntityManager): Promise<BilateralMeeting | null> {
    return isId(id)
      ? manager.findOne(BilateralMeeting, { where: { id }, lock: { mode: 'for_no_key_update' } })
      : Promise.resolve(null);
  }

  /** Read for a mail: the meeting stays as the mail tells it until the mail is queued. */
  toTell(id: string, manager: EntityManager): Promise<BilateralMeeting | null> {
    return isId(id)
      ? manager.findOne(BilateralMeeting, { where: { id }, lock: { mode: 'pessimistic_read' } })
      : Promise.resolve(null);
  }

  byIds = async (ids: readonly string[]): Promise<ReadonlyMap<string, BilateralMeeting>> => {
    const rows = await this.dataSource.manager.findBy(BilateralMeeting, { id: In([...ids]) });
    return new Map(rows.map((row) => [row.id, row]));
  };

  byRequests = async (requestIds: readonly string[]): Promise<ReadonlyMap<string, BilateralMeeting>> => {
    const rows = await this.dataSource.manager.findBy(BilateralMeeting, { requestId: In([...requestIds]) });
    return new Map(rows.map((row) => [row.requestId, row]));
  };

  /** A page of the event's meetings in order of time. */
  async ofEvent(eventId: string, asked: MeetingQuestion, page: PageArgs): Promise<Page<BilateralMeeting>> {
    const { partyId, states, blockId } = asked;
    const query = this.dataSource.manager
      .createQueryBuilder(BilateralMeeting, 'm')
      .where('m.eventId = :eventId', { eventId });
    if (states?.length) query.andWhere('m.state = ANY (:states)', { states });
    if (blockId) query.andWhere('m.blockId = :blockId', { blockId });
    if (partyId) {
      const attends = 'SELECT 1 FROM meeting_attendance a WHERE a.meeting_id = m.id AND a.party_id = :partyId';
      query.andWhere(`EXISTS (${attends})`, { partyId });
    }
    const pattern = searchPattern(asked.search);
    if (pattern) query.andWhere(`m.requestId IN (${requestsLike})`, { pattern });
    return pageFound(query.orderBy('m.startsAt').addOrderBy('m.id'), page);
  }

  /** Ids of the block's tables that nobody holds in the slot, by number. */
  async freeTables(slot: MeetingSlot, exceptMeetingId: string | null, manager: EntityManager): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `SELECT t.id FROM meeting_table t WHERE t.block_id = $1 AND NOT EXISTS (
         SELECT FROM bilateral_meeting m WHERE m.table_id = t.id AND m.state <> 'cancelled' AND m.id IS DISTINCT FROM $4
           AND tstzrange(m.starts_at, m.ends_at) && tstzrange($2, $3))
       ORDER BY t.number`,
      [slot.blockId, slot.startsAt, slot.endsAt, exceptMeetingId],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Writes the meeting unless its table is taken; waits for whoever is about to take it. False when it was taken: the exclusion
   * constraint decides, and with ON CONFLICT the transaction lives on to try the next table.
   */
  async insertUnlessTaken(meeting: BilateralMeeting, manager: EntityManager): Promise<boolean> {
    const { id, eventId, requestId, blockId, tableId, startsAt, endsAt, state, calendarUid } = meeting;
    const rows = await manager.query<unknown[]>(
      `INSERT INTO bilateral_meeting (id, event_id, request_id, block_id, table_id, starts_at, ends_at, state, calendar_uid)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING id`,
      [id, eventId, requestId, blockId, tableId, startsAt, endsAt, state, calendarUid],
    );
    return rows.length === 1;
  }

  /** Takes the party's time for the meeting. False when another meeting has it, decided by the exclusion constraint. */
  async attendUnlessBusy(meeting: BilateralMeeting, partyId: string, manager: EntityManager): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `INSERT INTO meeting_attendance (meeting_id, party_id, event_id, during, active)
       VALUES ($1, $2, $3, tstzrange($4, $5), true) ON CONFLICT DO NOTHING RETURNING party_id`,
      [meeting.id, partyId, meeting.eventId, meeting.startsAt, meeting.endsAt],
    );
    return rows.length === 1;
  }

  /** Who meets, in no particular order. */
  async partyIdsOf(meetingId: string, manager: EntityManager = this.dataSource.manager): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      'SELECT party_id AS id FROM meeting_attendance WHERE meeting_id = $1 ORDER BY party_id',
      [meetingId],
    );
    return rows.map(({ id }) => id);
  }

  /** Writes all that a change may touch. A violated constraint is thrown. */
  async save(meeting: BilateralMeeting, manager: EntityManager): Promise<void> {
    const { id, requestId, eventId, calendarUid, ...change } = meeting;
    await manager.update(BilateralMeeting, { id, requestId, eventId, calendarUid }, change);
  }

  /** Moves the parties' time along with the meeting. A violated constraint is thrown. */
  async moveAttendance(meeting: BilateralMeeting, manager: EntityManager): Promise<void> {
    await manager.query('UPDATE meeting_attendance SET during = tstzrange($2, $3) WHERE meeting_id = $1', [
      meeting.id,
      meeting.startsAt,
      meeting.endsAt,
    ]);
  }

  /** Gives the parties their time back; who was to meet stays on record. */
  async releaseAttendance(meetingId: string, manager: EntityManager): Promise<void> {
    await manager.query('UPDATE meeting_attendance SET active = false WHERE meeting_id = $1', [meetingId]);
  }
}
