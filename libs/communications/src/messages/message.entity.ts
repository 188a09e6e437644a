import { Personal } from '#platform';
import type { Language } from '#kernel';
import { Column, Entity, Generated, PrimaryColumn } from 'typeorm';
import type { CalendarMethod } from '../calendar/calendar.js';
import type { MailCode, MailLink } from './mail.js';
import type { DeliveryPolicy, MessageState } from './message.rules.js';

/** One mail to one address: rendered once, so that every try sends the same bytes. */
@Entity('message')
export class Message {
  @PrimaryColumn('uuid')
  id: string;

  /** The order in which mails were queued. */
  @Column('bigint')
  @Generated('increment')
  position: string;

  /** Null for what belongs to no event: the code by which somebody signs in. */
  @Column('uuid', { nullable: true })
  eventId: string | null;

  /** The declared mail's name. */
  @Column('text')
  mail: string;

  @Column('text')
  policy: DeliveryPolicy;

  @Column('uuid', { nullable: true })
  personId: string | null;

  @Column('text')
  fromName: string;

  @Column('text')
  toName: string;

  @Column('text')
  @Personal('email')
  toAddress: string;

  @Column('text')
  language: Language;

  @Column('text')
  subject: string;

  /** Signed links and codes stand in html and text as placeholders: no token is ever stored here. */
  @Column('text')
  html: string;

  @Column('text')
  text: string;

  /** What the placeholders stand for, in order. */
  @Column('jsonb', { default: [] })
  links: (MailLink | MailCode)[];

  @Column('text', { nullable: true })
  calendarUid: string | null;

  @Column('int', { nullable: true })
  calendarSequence: number | null;

  @Column('text', { nullable: true })
  calendarMethod: CalendarMethod | null;

  @Column('text', { nullable: true })
  calendarContent: string | null;

  @Column('text')
  dedupeKey: string;

  /** The Message-ID header, without angle brackets. */
  @Column('text')
  messageId: string;

  @Column('text')
  state: MessageState;

  @Column('int', { default: 0 })
  attempts: number;

  /** The process that is sending it, by the number of the lock that it holds while it lives. */
  @Column('int', { nullable: true })
  sender: number | null;

  /** Committed before the first byte of the mail is handed over: without it, a crash cannot have sent the mail. */
  @Column('timestamptz', { nullable: true })
  dataAt: Date | null;

  @Column('timestamptz', { nullable: true })
  nextAttemptAt: Date | null;

  /** The earlier version of the same appointment that must be out first: a cancellation must not overtake its request. */
  @Column('uuid', { nullable: true })
  waitsFor: string | null;

  /** After this instant the mail says nothing new any more (a reminder whose session began). */
  @Column('timestamptz', { nullable: true })
  sendBefore: Date | null;

  /** What the mail server last said, or why the mail waits. */
  @Column('text', { nullable: true })
  @Personal('mention')
  lastResponse: string | null;

  /** Also the Date header. */
  @Column('timestamptz')
  queuedAt: Date;

  @Column('timestamptz', { nullable: true })
  sentAt: Date | null;
}
