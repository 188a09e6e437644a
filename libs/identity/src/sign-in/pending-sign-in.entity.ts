import { Personal } from '#platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A password that was right, while the second factor is still missing. It opens nothing but the way to give it. */
@Entity('pending_sign_in')
export class PendingSignIn {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  accountId: string;

  /** SHA-256 of the token that the browser holds. */
  @Column('text')
  @Personal('secret')
  tokenHash: string;

  @Column('timestamptz')
  expiresAt: Date;
}
