import { Personal } from '#platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An app that shows a new code every thirty seconds. An account has one that works, and perhaps one that is being set up. */
@Entity('authenticator')
export class Authenticator {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  accountId: string;

  /** Encrypted under a key derived from SECRET and tied to this row. */
  @Column('text')
  @Personal('secret')
  sealedSecret: string;

  @Column('timestamptz')
  createdAt: Date;

  /** When its first code was right; null while it is being set up. */
  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;

  /** The time step of the last code that was used: codes of it and of earlier ones open nothing. */
  @Column('bigint')
  lastStep: string;
}
