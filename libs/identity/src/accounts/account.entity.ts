import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A member of staff who can sign in. Focal points and speakers have none: they come by signed links. */
@Entity('account')
export class Account {
  @PrimaryColumn('uuid')
  id: string;

  /** Compared without regard to case, and unique. */
  @Column('citext')
  email: string;

  @Column('text')
  name: string;

  /** argon2id, in its own text form with parameters and salt. */
  @Column('text')
  passwordHash: string;

  @Column('boolean')
  isAdministrator: boolean;

  /** From when the account can no longer be used; null while it can. */
  @Column('timestamptz', { nullable: true })
  disabledAt: Date | null;

  @Column('timestamptz')
  createdAt: Date;
}
