import { Personal } from '#platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PrivacyRequestKind, PrivacyRequestState } from './privacy-request.rules.js';

/** A person asks for one of their rights, with the day by which the law wants an answer. */
@Entity('privacy_request')
export class PrivacyRequest {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @Column('text')
  kind: PrivacyRequestKind;

  /** What they ask, in their own words. */
  @Column('text')
  @Personal('note')
  words: string;

  @Column('text')
  state: PrivacyRequestState;

  /** What they were answered. */
  @Column('text', { nullable: true })
  @Personal('note')
  answer: string | null;

  @Column('timestamptz')
  requestedAt: Date;

  @Column('date')
  dueOn: string;

  @Column('timestamptz', { nullable: true })
  answeredAt: Date | null;

  /** The account that answered. */
  @Column('uuid', { nullable: true })
  answeredBy: string | null;
}
