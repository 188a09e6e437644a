import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import { Readable } from 'node:stream';

/** What went wrong, as the server or the network put it. */
export interface SmtpFault extends Error {
  /** The server's three digits, where it answered at all. */
  responseCode?: number;
  /** The command that it answered: `RCPT TO`, `DATA`; `CONN` for the connection itself. */
  command?: string;
}

export interface Envelope {
  readonly from: string;
  readonly to: string;
}

const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 60_000, dnsTimeout: 10_000 };
const mailsPerSession = 100;

/** One connection to the mail server, over which mails go one after the other. */
export class SmtpSession {
  private mails = 0;
  private broken = false;

  private constructor(private readonly connection: SMTPConnection) {
    connection.on('error', () => (this.broken = true));
    connection.on('end', () => (this.broken = true));
  }

  /** Connects and signs in. Rejects with an SmtpFault. */
  static async open(url: string): Promise<SmtpSession> {
    const { auth, ...server } = parseConnectionUrl(url);
    const connection = new SMTPConnection({ ...patience, ...server });
    const session = new SmtpSession(connection);
    try {
      await new Promise<void>((resolve, reject) => {
        connection.once('error', reject);
        connection.connect((fault) => (fault ? reject(fault) : resolve()));
      });
      if (auth && connection.allowsAuth) await signIn(connection, auth);
    } catch (fault) {
      session.close();
      throw fault;
    }
    return session;
  }

  /** Whether another mail may go over it. */
  get isUsable(): boolean {
    return !this.broken && this.mails < mailsPerSession;
  }

  get hasBeenUsed(): boolean {
    return this.mails > 0;
  }

  /** Resolves to the server's answer when it took the mail; rejects with an SmtpFault. Either way it closes itself if it must. */
  async send(envelope: Envelope, content: Readable): Promise<string> {
    this.mails += 1;
    try {
      return await new Promise<string>((resolve, reject) => {
        this.connection.send({ from: envelope.from, to: [envelope.to] }, content, (fault, info) =>
          fault ? reject(fault) : resolve(info?.response ?? ''),
        );
      });
    } catch (fault) {
      this.close();
      throw fault;
    }
  }

  close(): void {
    this.broken = true;
    this.connection.close();
  }
}

function signIn(connection: SMTPConnection, auth: { user?: string; pass?: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.login(auth, (fault) => (fault ? reject(fault) : resolve()));
  });
}
