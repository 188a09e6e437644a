import { Column, Entity, Generated, PrimaryColumn } from 'typeorm';

/** A mail that the built-in mailbox took in, as it came. */
@Entity('mailbox_mail')
export class MailboxMail {
  @PrimaryColumn('uuid')
  id: string;

  @Column('bigint')
  @Generated('increment')
  position: string;

  @Column('timestamptz')
  receivedAt: Date;

  @Column('text')
  envelopeFrom: string;

  /** Recipients, joined by comma and space. */
  @Column('text')
  envelopeTo: string;

  @Column('text')
  subject: string;

  @Column('bytea')
  raw: Buffer;
}
