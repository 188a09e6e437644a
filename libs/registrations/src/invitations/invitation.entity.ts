import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { InvitationKind, InvitationState } from './invitation.rules.js';

/** A mail with a signed link that asks one person to come in one function, and the answer. */
@Entity('invitation')
export class Invitation {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  eventId: string;

  @Column('text')
  kind: InvitationKind;

  @Column('uuid')
  personId: string;

  /** What it is about: a delegation for a focal point, a session for a speaker (null: the event as a whole). */
  @Column('uuid', { nullable: true })
  subjectId: string | null;

  /** What a speaker is asked to speak about, in words; null for a focal point. */
  @Column('text', { nullable: true })
  topic: string | null;

  @Column('text')
  state: InvitationState;

  @Column('uuid', { nullable: true })
  linkId: string | null;

  @Column('timestamptz')
  expiresAt: Date;

  /** How often it was queued; part of its mail's dedupe key, so that a resend is a mail of its own. */
  @Column('int', { default: 0 })
  sends: number;

  /** The invitation that this person passed it on with; null unless delegated. */
  @Column('uuid', { nullable: true })
  delegatedToId: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  answeredAt: Date | null;
}
