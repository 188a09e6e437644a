import { Column, Entity, PrimaryColumn } from 'typeorm';

export type ChallengePurpose = 'sign_in' | 'prove' | 'register';

/** What a passkey is asked to sign, once. */
@Entity('sign_in_challenge')
export class SignInChallenge {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  purpose: ChallengePurpose;

  /** For whom it was made; null where it is not known yet who comes. */
  @Column('uuid', { nullable: true })
  accountId: string | null;

  @Column('text')
  challenge: string;

  @Column('timestamptz')
  expiresAt: Date;
}
