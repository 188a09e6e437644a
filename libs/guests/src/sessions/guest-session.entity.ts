import { Personal } from '#platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One browser of somebody without an account. The cookie carries a random token; here stands only its SHA-256. */
@Entity('guest_session')
export class GuestSession {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  @Personal('secret')
  tokenHash: string;

  /** Whom its user chose to be, of the people who share an address; null until they chose. */
  @Column('uuid', { nullable: true })
  personId: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;
}
