import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Attempts to sign in to one account from one address in the current window. */
@Entity('sign_in_throttle')
export class SignInThrottle {
  /** SHA-256 of the account's e-mail and the address, so that the table names nobody. */
  @PrimaryColumn('text')
  key: string;

  @Column('int')
  attempts: number;

  @Column('timestamptz')
  windowStartedAt: Date;
}
