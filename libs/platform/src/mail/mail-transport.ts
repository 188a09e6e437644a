import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Readable } from 'node:stream';
import { Config } from '../config/config.js';
import type { Mail } from './mail.js';
import { bytesOf } from './mime.js';
import { SmtpSession, type Envelope, type SmtpFault } from './smtp-session.js';

/**
 * What became of a mail. `deferred`: not now, try later. `refused`: never; `badAddress` when it is the address that does not exist.
 * `uncertain`: the whole mail was handed over and no answer came; nobody knows its fate.
 */
export type SendResult =
  | { readonly outcome: 'accepted' | 'deferred' | 'uncertain'; readonly response: string }
  | { readonly outcome: 'refused'; readonly response: string; readonly badAddress: boolean };

const idleFor = 10_000;

/** Hands one mail at a time to the SMTP server, over connections that it keeps for the next ones. Never throws for what a server may answer. */
@Injectable()
export class MailTransport implements OnApplicationShutdown {
  private readonly idle: { session: SmtpSession; timer: NodeJS.Timeout }[] = [];

  constructor(private readonly config: Config) {}

  /**
   * Sends the mail. `beforeContent` runs when the server has said that it will take the content, before the first byte of it is sent: if
   * the process dies before that has resolved, the mail was not sent.
   */
  async send(mail: Mail, beforeContent: () => Promise<void>): Promise<SendResult> {
    const bytes = await bytesOf(mail);
    const envelope = { from: mail.from.address, to: mail.to.address };
    const first = await this.attempt(envelope, new Content(bytes, beforeContent));
    // A kept connection that the server had ended meanwhile says nothing about the mail: the next one is fresh.
    return first ?? (await this.attempt(envelope, new Content(bytes, beforeContent), true))!;
  }

  /** Null when a kept connection turned out to be dead before the content began. */
  private async attempt(envelope: Envelope, content: Content, fresh = false): Promise<SendResult | null> {
    let kept = false;
    try {
      const session = (fresh ? null : this.takeIdle()) ?? (await SmtpSession.open(this.config.smtpUrl));
      kept = session.hasBeenUsed;
      const response = await session.send(envelope, content.stream());
      this.keep(session);
      return { outcome: 'accepted', response };
    } catch (fault) {
      if (kept && !content.begun && isLostConnection(fault as SmtpFault)) return null;
      return resultOf(fault as SmtpFault, content.complete);
    }
  }

  private takeIdle(): SmtpSession | null {
    for (;;) {
      const next = this.idle.pop();
      if (!next) return null;
      clearTimeout(next.timer);
      if (next.session.isUsable) return next.session;
      next.session.close();
    }
  }

  private keep(session: SmtpSession): void {
    if (!session.isUsable) return session.close();
    const timer = setTimeout(() => {
      this.idle.splice(
        this.idle.findIndex((one) => one.session === session),
        1,
      );
      session.close();
    }, idleFor);
    this.idle.push({ session, timer: timer.unref() });
  }

  onApplicationShutdown(): void {
    for (const { session, timer } of this.idle.splice(0)) {
      clearTimeout(timer);
      session.close();
    }
  }
}

/** The mail's bytes, which ask before they begin and know when they have all been handed over. */
class Content {
  begun = false;
  complete = false;

  constructor(
    private readonly bytes: Buffer,
    private readonly before: () => Promise<void>,
  ) {}

  /** Read lazily: SMTP asks for it once the server has answered DATA. */
  stream(): Readable {
    return Readable.from(this.chunks(), { objectMode: false });
  }

  private async *chunks(): AsyncGenerator<Buffer> {
    this.begun = true;
    await this.before();
    yield this.bytes;
    this.complete = true;
  }
}

const isLostConnection = (fault: SmtpFault): boolean => !fault.responseCode || fault.responseCode === 421;

const aboutTheMail = new Set(['MAIL FROM', 'RCPT TO', 'DATA']);
const noSuchAddress = new Set([550, 551, 553]);

/**
 * 5xx to this mail is a no for ever; 4xx, a server that is away or will not have us at all are "later". A mail whose last byte was not
 * handed over cannot have been taken: only a connection that breaks after it leaves the fate open.
 */
export function resultOf(fault: SmtpFault, complete: boolean): SendResult {
  const { responseCode, command = '', message: response } = fault;
  if (!responseCode) return { outcome: complete ? 'uncertain' : 'deferred', response };
  if (responseCode < 500 || !aboutTheMail.has(command)) return { outcome: 'deferred', response };
  return { outcome: 'refused', response, badAddress: command === 'RCPT TO' && noSuchAddress.has(responseCode) };
}
