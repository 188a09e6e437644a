import { Config, LinkResolver, MailTransport, oneTimeCodeOf, type Mail, type SendResult } from '#platform';
import { Injectable, Logger } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import type { Message } from '../messages/message.entity.js';
import { withLinks } from '../messages/rendered-mail.js';
import { DeliveryMarks } from './delivery.marks.js';

const noteTries = 60;
const betweenNotes = 1_000;

/** Takes queued messages to the mail server. */
@Injectable()
export class DeliveryService {
  private readonly logger = new Logger(DeliveryService.name);
  private readonly inHand = new Set<string>();

  constructor(
    private readonly marks: DeliveryMarks,
    private readonly transport: MailTransport,
    private readonly links: LinkResolver,
    private readonly config: Config,
  ) {}

  async deliver(messageId: string): Promise<void> {
    if (this.inHand.has(messageId)) return;
    this.inHand.add(messageId);
    try {
      const message = await this.marks.take(messageId);
      if (message) await this.note(message, await this.send(message));
    } finally {
      this.inHand.delete(messageId);
    }
  }

  /** Mails whose time to be tried again has come. */
  async requeueDue(): Promise<void> {
    while ((await this.marks.requeueDue()) > 0);
  }

  /** Mails that a process had in hand which is gone. */
  async recover(): Promise<void> {
    await this.marks.recover([...this.inHand]);
  }

  /** A mail that cannot even be put together waits like one that nobody takes: the fault is ours and may be mended. */
  private async send(message: Message): Promise<SendResult> {
    try {
      return await this.transport.send(this.mailOf(message), () => this.marks.beginContent(message));
    } catch (error) {
      this.logger.error({ message: 'A mail could not be put together', id: message.id, stack: (error as Error).stack });
      return { outcome: 'deferred', response: (error as Error).message };
    }
  }

  private mailOf(message: Message): Mail {
    const urls = message.links.map((secret) =>
      'codeId' in secret
        ? oneTimeCodeOf(this.config.secret, secret.codeId)
        : this.links.urlOf(secret.linkId, secret.purpose),
    );
    return {
      messageId: message.messageId,
      from: { name: message.fromName, address: this.config.mailFrom },
      to: { name: message.toName, address: message.toAddress },
      subject: message.subject,
      text: withLinks(message.text, message.id, urls),
      html: withLinks(message.html, message.id, urls),
      date: message.queuedAt,
      ...(message.calendarContent &&
        message.calendarMethod && { calendar: { method: message.calendarMethod, content: message.calendarContent } }),
    };
  }

  /** The mail has its fate: while the database is away the note of it must wait, not be lost. `recover` judges what was never noted. */
  private async note(message: Message, result: SendResult): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.marks.settle(message, result);
      } catch (error) {
        if (tries === noteTries) throw error;
        this.logger.warn(`Could not note a mail's fate yet: ${(error as Error).message}`);
        await pause(betweenNotes);
      }
    }
  }
}
