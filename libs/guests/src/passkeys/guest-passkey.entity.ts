import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A key pair of somebody without an account; its private half never leaves their device or key ring. */
@Entity('guest_passkey')
export class GuestPasskey {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  /** As the browser calls it: base64url. */
  @Column('text')
  credentialId: string;

  /** COSE. */
  @Column('bytea')
  publicKey: Buffer;

  /** How often the device says that it signed; one that goes back betrays a copy. */
  @Column('bigint')
  counter: string;

  /** How the browser may reach the device again. */
  @Column('text', { array: true })
  transports: string[];

  /** Whether a key ring keeps a copy elsewhere. */
  @Column('boolean')
  isBackedUp: boolean;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  lastUsedAt: Date | null;
}
