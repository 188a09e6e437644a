import { Personal } from '#platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One signed-in browser. The cookie carries a random token; here stands only its SHA-256. */
@Entity('staff_session')
export class StaffSession {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  accountId: string;

  @Column('text')
  @Personal('secret')
  tokenHash: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  lastSeenAt: Date;

  /** Moves forward while the session is used. */
  @Column('timestamptz')
  expiresAt: Date;

  /** When the person was last proved: by signing in, or again since. */
  @Column('timestamptz')
  provedAt: Date;

  /** The network address from which it began. */
  @Column('text', { nullable: true })
  address: string | null;

  /** What the browser said of itself when it began. */
  @Column('text', { nullable: true })
  userAgent: string | null;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;
}
