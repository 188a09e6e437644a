import type { Language } from '#kernel';
import { Personal } from '#platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A member of staff who can sign in. Focal points and speakers have none: they come by signed links. */
@Entity('account')
export class Account {
  @PrimaryColumn('uuid')
  id: string;

  /** Compared without regard to case, and unique. */
  @Column('citext')
  @Personal('email')
  email: string;

  @Column('text')
  name: string;

  /** argon2id, in its own text form with parameters and salt; null for one who signs in without a password. */
  @Column('text', { nullable: true })
  @Personal('secret')
  passwordHash: string | null;

  @Column('boolean')
  isAdministrator: boolean;

  /** Whether a password alone is not enough here, whatever the installation asks of all. */
  @Column('boolean', { default: false })
  requiresSecondFactor: boolean;

  /** Who vouches for the person elsewhere, once linked; null while nobody does. */
  @Column('text', { nullable: true })
  oidcIssuer: string | null;

  /** The person's name at that issuer, which never changes there. */
  @Column('text', { nullable: true })
  oidcSubject: string | null;

  /** Of the mails to its owner: that in which they last came in, and until then that of their invitation. */
  @Column('text', { default: 'es' })
  language: Language;

  /** From when the account can no longer be used; null while it can. */
  @Column('timestamptz', { nullable: true })
  disabledAt: Date | null;

  @Column('timestamptz')
  createdAt: Date;
}
