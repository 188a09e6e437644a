import { isEmail, newId, oneLine, type Language } from '#kernel';
import { Config, type Address, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import type { CalendarPart } from '../calendar/calendar.js';
import type { EventMail, MailDeclaration } from './mail.js';
import { MessageQueued } from './message.events.js';
import { MessageRepository, type NewMessage } from './message.repository.js';
import { renderMail } from './rendered-mail.js';

export interface OutgoingMail<Data extends EventMail> {
  readonly mail: MailDeclaration<Data>;
  readonly to: Address;
  readonly personId?: string | null;
  /** Null for what belongs to no event. */
  readonly eventId: string | null;
  readonly language: Language;
  readonly data: Data;
  /** Says which mail this is, once and for all: `meeting-request-accepted:<request id>:<person id>`. */
  readonly dedupeKey: string;
  /** From `calendarOf`. A later version for the same uid and address waits until the earlier ones are out. */
  readonly calendar?: CalendarPart;
  /** After this instant the mail is not sent any more. */
  readonly sendBefore?: Date;
}

@Injectable()
export class MessageService {
  constructor(
    private readonly messages: MessageRepository,
    private readonly config: Config,
  ) {}

  /**
   * Writes the mail into this unit of work; it goes out when that commits. The same dedupe key queues nothing a second time.
   * Answers the message's id, or null when it was already there. Throws when the address is not one plain e-mail address.
   */
  async queue<Data extends EventMail>(work: Work, outgoing: OutgoingMail<Data>): Promise<string | null> {
    if (!isEmail(outgoing.to.address)) throw new Error(`Not an e-mail address for ${outgoing.mail.name}`);
    const id = newId();
    const inserted = await this.messages.insertOnce(work.manager, this.rowOf(id, outgoing, work.now));
    if (!inserted) return null;
    await work.record(MessageQueued, { messageId: id });
    return id;
  }

  private rowOf<Data extends EventMail>(id: string, outgoing: OutgoingMail<Data>, now: Date): NewMessage {
    const { mail, to, eventId, language, data, dedupeKey, calendar } = outgoing;
    const rendered = renderMail(mail, data, language, id);
    return {
      id,
      eventId,
      mail: mail.name,
      policy: mail.policy,
      personId: outgoing.personId ?? null,
      fromName: oneLine(data.eventName),
      toName: oneLine(to.name),
      toAddress: to.address,
      language,
      subject: rendered.subject,
      html: rendered.html,
      text: rendered.text,
      links: [...rendered.links],
      calendarUid: calendar?.uid ?? null,
      calendarSequence: calendar?.sequence ?? null,
      calendarMethod: calendar?.method ?? null,
      calendarContent: calendar?.content ?? null,
      dedupeKey,
      messageId: `${id}@${this.config.mailFrom.split('@')[1]}`,
      state: 'queued',
      sendBefore: outgoing.sendBefore ?? null,
      queuedAt: now,
    };
  }
}
