import type { Whereabouts } from '#platform';
import { Column, Entity, Generated, PrimaryColumn } from 'typeorm';

export type ActorKind = 'anonymous' | 'staff' | 'link' | 'person' | 'system';

/**
 * Who did what to which row, for whom and from where, and how the row looked before and after. Append-only: the database lets an entry be
 * sealed once, and personal values be erased from it, and refuses every other change.
 */
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

  /** The person for whom an assistant acted. */
  @Column('uuid', { nullable: true })
  onBehalfOf: string | null;

  @Column('jsonb', { nullable: true })
  cameFrom: Whereabouts | null;

  @Column('text')
  requestId: string;

  /** The verb as the API says it: `acceptMeetingRequest`. */
  @Column('text')
  action: string;

  @Column('uuid', { nullable: true })
  eventId: string | null;

  @Column('uuid', { nullable: true })
  organizationId: string | null;

  /** The noun: `MeetingRequest`. */
  @Column('text')
  subject: string;

  @Column('uuid')
  subjectId: string;

  @Column('jsonb', { nullable: true })
  before: Record<string, unknown> | null;

  @Column('jsonb', { nullable: true })
  after: Record<string, unknown> | null;

  /** Place in the chain, from 1 without gaps; null until the entry is sealed. */
  @Column('bigint', { nullable: true })
  position: string | null;

  /** Of the entry at the position before; of nothing, at the first. */
  @Column('text', { nullable: true })
  previousHash: string | null;

  @Column('text', { nullable: true })
  hash: string | null;

  /** Salted digest of each value of `before`, `after` and `cameFrom`, by its path: what the chain covers in the values' place. */
  @Column('jsonb', { nullable: true })
  digests: Record<string, string> | null;

  /** By path. Erased with its value, so that the digest cannot be guessed from. */
  @Column('jsonb', { nullable: true })
  salts: Record<string, string> | null;

  /** The entry of the deed that erased personal values from this one. */
  @Column('uuid', { nullable: true })
  erasedBy: string | null;
}
