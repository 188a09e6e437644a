import { Personal } from '#platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BilateralMeetingState } from './bilateral-meeting.rules.js';

/** Two parties at a table during a slot. The database lets no table have two at once. */
@Entity('bilateral_meeting')
export class BilateralMeeting {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  eventId: string;

  /** The accepted request that it comes from; one meeting per request. */
  @Column('uuid')
  requestId: string;

  @Column('uuid')
  blockId: string;

  @Column('uuid')
  tableId: string;

  @Column('timestamptz')
  startsAt: Date;

  @Column('timestamptz')
  endsAt: Date;

  @Column('text')
  state: BilateralMeetingState;

  /** Who cancelled; null while nobody did. */
  @Column('text', { nullable: true })
  cancelledBy: 'party' | 'organiser' | null;

  @Column('uuid', { nullable: true })
  cancelledByPartyId: string | null;

  /** Why it was cancelled, in the words of whoever did. */
  @Column('text', { nullable: true })
  @Personal('note')
  reason: string | null;

  /** Which party did not come. */
  @Column('uuid', { nullable: true })
  noShowPartyId: string | null;

  /** The iCalendar UID: the same for the meeting's whole life, however often it moves. */
  @Column('text')
  calendarUid: string;

  /** The iCalendar SEQUENCE: one more with each change of time or place, and with the cancellation. */
  @Column('int', { default: 0 })
  sequence: number;

  /** One more with each change; whoever changes it says which version they saw. */
  @Column('int', { default: 1 })
  version: number;
}
