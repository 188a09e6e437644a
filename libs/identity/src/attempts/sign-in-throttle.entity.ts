import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often something was tried in its current window. */
@Entity('sign_in_throttle')
export class SignInThrottle {
  /** SHA-256 of what was tried, on whom and from where, so that the table names nobody. */
  @PrimaryColumn('text')
  key: string;

  @Column('int')
  attempts: number;

  @Column('timestamptz')
  windowStartedAt: Date;
}
