import { Personal } from '#platform';
import type { Language } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export type AccountLinkPurpose = 'invitation' | 'recovery';

/** Lets the owner of an account choose a password, once. It signs nobody in: a second factor is still asked for. */
@Entity('account_link')
export class AccountLink {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  accountId: string;

  @Column('text')
  purpose: AccountLinkPurpose;

  /** Of the mail that brings it. */
  @Column('text')
  language: Language;

  @Column('text')
  @Personal('secret')
  tokenHash: string;

  @Column('timestamptz')
  issuedAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  /** When it was used, or replaced by a newer one. */
  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;
}
