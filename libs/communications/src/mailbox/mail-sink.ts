import { Clock, newId } from '#kernel';
import { Config } from '#platform';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { MailboxRepository } from './mailbox.repository.js';

/** Largest mail that it takes, in bytes. */
const largestMail = 1024 * 1024;

/** A real SMTP server inside the product, for a demo without one: it takes every mail, keeps it and sends nothing on. */
@Injectable()
export class MailSink implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(MailSink.name);
  private server: SMTPServer | null = null;

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly mailbox: MailboxRepository,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.sinkPort === null) return;
    const server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      size: largestMail,
      closeTimeout: 1_000,
      onData: (stream, session, done) => void this.take(stream, session).then(() => done(), done),
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.config.sinkPort ?? 0, '127.0.0.1', resolve);
    });
    server.on('error', (error) => this.logger.warn(`Mailbox: ${error.message}`));
    this.server = server;
  }

  /** Rejects with what the server then answers: 552 for a mail that is too large, 451 when it could not be kept just now. */
  private async take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    if (stream.sizeExceeded) throw Object.assign(new Error('The mail is too large'), { responseCode: 552 });
    const raw = Buffer.concat(chunks);
    try {
      const { subject } = await PostalMime.parse(raw);
      const { mailFrom, rcptTo } = session.envelope;
      await this.mailbox.add({
        id: newId(),
        receivedAt: this.clock.now(),
        envelopeFrom: mailFrom ? mailFrom.address : '',
        envelopeTo: rcptTo.map(({ address }) => address).join(', '),
        subject: subject ?? '',
        raw,
      });
    } catch (error) {
      this.logger.warn(`Mailbox: ${(error as Error).message}`);
      throw Object.assign(new Error('Could not be kept, try again later'), { responseCode: 451 });
    }
  }

  async onApplicationShutdown(): Promise<void> {
    const { server } = this;
    this.server = null;
    if (server) await new Promise<void>((resolve) => server.close(resolve));
  }
}
