import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { BilateralMeetingState } from '../bilateral/bilateral-meeting.rules.js';
import type { MeetingRequestState } from '../requests/meeting-request.rules.js';

/** A meeting as one of its two parties sees it. */
export interface PartyMeeting {
  readonly id: string;
  readonly requestId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly state: BilateralMeetingState;
  readonly tableNumber: number;
  readonly tableName: string | null;
  readonly roomId: string | null;
  readonly otherPartyId: string;
  readonly otherPartyName: string;
  readonly otherContactId: string;
  readonly topic: string;
  readonly message: string | null;
  readonly cancelledBy: 'party' | 'organiser' | null;
  readonly cancelledByPartyId: string | null;
  readonly noShowPartyId: string | null;
  readonly reason: string | null;
  /** When its request was accepted. */
  readonly acceptedAt: Date;
  readonly calendarUid: string;
  readonly sequence: number;
  readonly version: number;
}

/** A request as one of its two parties sees it. */
export interface PartyRequest {
  readonly id: string;
  readonly state: MeetingRequestState;
  readonly fromPartyId: string;
  readonly toPartyId: string;
  readonly otherPartyId: string;
  readonly otherPartyName: string;
  readonly blockId: string | null;
  readonly topic: string;
  readonly message: string | null;
  readonly preferredStartsAt: Date | null;
  readonly proposedStartsAt: Date | null;
  readonly proposedByPartyId: string | null;
  readonly reason: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** What one party's page and calendar show, each in one statement. */
@Injectable()
export class PartyAgendaRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The party's meetings in order of time, cancelled ones too. */
  meetingsOf(partyId: string, manager = this.dataSource.manager): Promise<PartyMeeting[]> {
    return manager.query<PartyMeeting[]>(
      `SELECT m.id, m.request_id AS "requestId", m.starts_at AS "startsAt", m.ends_at AS "endsAt", m.state,
              t.number AS "tableNumber", t.name AS "tableName", b.room_id AS "roomId",
              o.id AS "otherPartyId", o.name AS "otherPartyName", o.contact_person_id AS "otherContactId",
              r.topic, r.message, m.cancelled_by AS "cancelledBy", m.cancelled_by_party_id AS "cancelledByPartyId",
              m.no_show_party_id AS "noShowPartyId", m.reason, r.answered_at AS "acceptedAt", m.calendar_uid AS "calendarUid", m.sequence, m.version
       FROM meeting_attendance a
       JOIN bilateral_meeting m ON m.id = a.meeting_id
       JOIN meeting_attendance x ON x.meeting_id = m.id AND x.party_id <> a.party_id
       JOIN meeting_party o ON o.id = x.party_id
       JOIN meeting_request r ON r.id = m.request_id
       JOIN meeting_table t ON t.id = m.table_id
       JOIN meeting_block b ON b.id = m.block_id
       WHERE a.party_id = $1 ORDER BY m.starts_at, m.id`,
      [partyId],
    );
  }

  /** The party's requests that became no meeting, those that wait first, then the latest; at most `limit`. */
  requestsOf(partyId: string, limit: number, manager = this.dataSource.manager): Promise<PartyRequest[]> {
    return manager.query<PartyRequest[]>(
      `SELECT r.id, r.state, r.from_party_id AS "fromPartyId", r.to_party_id AS "toPartyId",
              o.id AS "otherPartyId", o.name AS "otherPartyName", r.block_id AS "blockId", r.topic, r.message,
              r.preferred_starts_at AS "preferredStartsAt", r.proposed_starts_at AS "proposedStartsAt",
              r.proposed_by_party_id AS "proposedByPartyId", r.reason, r.created_at AS "createdAt", r.expires_at AS "expiresAt"
       FROM meeting_request r
       JOIN meeting_party o ON o.id = CASE WHEN r.from_party_id = $1 THEN r.to_party_id ELSE r.from_party_id END
       WHERE (r.from_party_id = $1 OR r.to_party_id = $1) AND r.state NOT IN ('draft', 'accepted')
       ORDER BY r.state IN ('requested', 'counter_proposed') DESC, r.created_at DESC, r.id LIMIT $2`,
      [partyId, limit],
    );
  }
}
