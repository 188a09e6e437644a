import { Personal } from '#platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MeetingRequestState } from './meeting-request.rules.js';

/** One party asks another for a meeting. Pending, it is a soft hold: it is shown, and it blocks nobody. */
@Entity('meeting_request')
export class MeetingRequest {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  eventId: string;

  @Column('uuid')
  fromPartyId: string;

  @Column('uuid')
  toPartyId: string;

  /** The block that the asking party wants; null: any of the event. */
  @Column('uuid', { nullable: true })
  blockId: string | null;

  @Column('text')
  topic: string;

  /** The briefing note (ayuda memoria) that comes with the request. */
  @Column('text', { nullable: true })
  @Personal('note')
  message: string | null;

  /** The start of the slot that the asking party would like best. */
  @Column('timestamptz', { nullable: true })
  preferredStartsAt: Date | null;

  @Column('text')
  state: MeetingRequestState;

  /** The start of the slot that was proposed instead; set while (and after) it is counter-proposed. */
  @Column('timestamptz', { nullable: true })
  proposedStartsAt: Date | null;

  /** Who proposed it: the other party answers. */
  @Column('uuid', { nullable: true })
  proposedByPartyId: string | null;

  /** Why it was declined or withdrawn, in the words of whoever did. */
  @Column('text', { nullable: true })
  @Personal('note')
  reason: string | null;

  @Column('timestamptz')
  createdAt: Date;

  /** When it ends by itself if nobody answers. */
  @Column('timestamptz')
  expiresAt: Date;

  /** When it was accepted, declined, withdrawn or expired. */
  @Column('timestamptz', { nullable: true })
  answeredAt: Date | null;
}
