import { Personal } from '#platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a browser has shown: that it reads an address (by a code), that it holds a passkey, or that it was the first to use a person's link. */
@Entity('guest_proof')
export class GuestProof {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  sessionId: string;

  /** Proved by a code; null for a proof by link. */
  @Column('text', { nullable: true })
  @Personal('email')
  address: string | null;

  /** To whom the link was sent, or whose the passkey is; null for a proof by code. */
  @Column('uuid', { nullable: true })
  personId: string | null;

  /** By which of the person's passkeys; null for a proof by code or link. */
  @Column('uuid', { nullable: true })
  passkeyId: string | null;

  @Column('timestamptz')
  provedAt: Date;

  @Column('timestamptz')
  expiresAt: Date;
}
