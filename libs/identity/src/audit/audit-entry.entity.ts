import { Column, Entity, Generated, PrimaryColumn } from 'typeorm';

export type ActorKind = 'anonymous' | 'staff' | 'link' | 'system';

/** Who did what to which row, and how it looked before and after. Append-only: the database refuses a change. */
@Entity('audit_entry')
export class AuditEntry {
  @PrimaryColumn('uuid')
  id: string;

  @Column('bigint')
  @Generated('increment')
  sequence: string;

  @Column('timestamptz')
  recordedAt: Date;

  @Column('text')
  actorKind: ActorKind;

  /** The account's or the link's id; null for the anonymous and for the product itself. */
  @Column('uuid', { nullable: true })
  actorId: string | null;

  @Column('text')
  requestId: string;

  /** The verb as the API says it: `acceptMeetingRequest`. */
  @Column('text')
  action: string;

  @Column('uuid', { nullable: true })
  eventId: string | null;

  /** The noun: `MeetingRequest`. */
  @Column('text')
  subject: string;

  @Column('uuid')
  subjectId: string;

  @Column('jsonb', { nullable: true })
  before: Record<string, unknown> | null;

  @Column('jsonb', { nullable: true })
  after: Record<string, unknown> | null;
}
