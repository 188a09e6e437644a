import type { Socket } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import PostalMime, { type Email } from 'postal-mime';

export interface TakenMail {
  readonly to: string[];
  readonly raw: Buffer;
}

/** What the server does at a step: take it, refuse it with a code, hang up, or say nothing any more. */
export type Answer = 'take' | { readonly code: number; readonly say: string } | 'hang up' | 'fall silent';

export type Step = 'connect' | 'mail' | 'rcpt' | 'data';

/** A real SMTP server for tests, whose faults are programmed: `sink.answer = (step, address) => ...`. */
export class SmtpSink {
  /** What it took, oldest first. */
  readonly mails: TakenMail[] = [];
  /** All content that ever reached it whole, taken or not. */
  readonly heard: Buffer[] = [];
  answer: (step: Step, address: string) => Answer | Promise<Answer> = () => 'take';
  /** What went wrong with connections, for the eye of whoever debugs a test. */
  readonly faults: string[] = [];
  private server: SMTPServer | null = null;
  private readonly sockets = new Map<number, Socket>();
  private port = 0;

  static async start(): Promise<SmtpSink> {
    const sink = new SmtpSink();
    await sink.start();
    return sink;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** Listens; after `stop` again on the same port. */
  async start(): Promise<void> {
    const server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      closeTimeout: 200,
      onConnect: (session, done) => this.meet('connect', session, '', done),
      onMailFrom: (address, session, done) => this.meet('mail', session, address.address, done),
      onRcptTo: (address, session, done) => this.meet('rcpt', session, address.address, done),
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.once('end', () => {
          this.heard.push(Buffer.concat(chunks));
          const to = session.envelope.rcptTo.map(({ address }) => address);
          this.meet('data', session, to[0], (fault) => {
            if (!fault) this.mails.push({ to, raw: Buffer.concat(chunks) });
            done(fault);
          });
        });
      },
    });
    // A client that was killed in the middle is what some tests are about.
    server.on('error', (error) => this.faults.push(error.message));
    server.server.on('connection', (socket: Socket) => this.sockets.set(socket.remotePort ?? 0, socket));
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.server.address() as { port: number }).port;
    this.server = server;
  }

  async stop(): Promise<void> {
    const { server } = this;
    this.server = null;
    for (const socket of this.sockets.values()) socket.destroy();
    this.sockets.clear();
    if (server) await new Promise<void>((resolve) => server.close(resolve));
  }

  /** The mails as a mail program reads them, oldest first. */
  read(): Promise<Email[]> {
    return Promise.all(this.mails.map(({ raw }) => PostalMime.parse(raw)));
  }

  private meet(step: Step, session: SMTPServerSession, address: string, done: (fault?: Error | null) => void): void {
    void Promise.resolve(this.answer(step, address)).then((answer) => {
      if (answer === 'take') return done();
      if (answer === 'fall silent') return;
      if (answer === 'hang up') return void this.sockets.get(session.remotePort)?.destroy();
      done(Object.assign(new Error(answer.say), { responseCode: answer.code }));
    });
  }
}
