import { Personal } from '#platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An address that its server said does not exist: nothing more is sent there. */
@Entity('suppressed_address')
export class SuppressedAddress {
  /** In lower case. */
  @PrimaryColumn('text')
  @Personal('email')
  address: string;

  /** What the server said, which repeats the address. */
  @Column('text')
  @Personal('mention')
  reason: string;

  /** The message that came back. */
  @Column('uuid')
  messageId: string;

  @Column('timestamptz')
  suppressedAt: Date;
}
