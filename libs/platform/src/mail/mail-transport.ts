import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import nodemailer, { type SendMailOptions, type Transporter } from 'nodemailer';
import { Config } from '../config/config.js';

export interface Address {
  readonly name: string;
  readonly address: string;
}

export interface Mail {
  /** Stable for the message's whole life: a second copy carries the same one. Without angle brackets. */
  readonly messageId: string;
  readonly from: Address;
  readonly to: Address;
  readonly replyTo?: Address;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The Date header. */
  readonly date: Date;
  readonly headers?: Readonly<Record<string, string>>;
  /** An iCalendar object and its METHOD, sent as an alternative part. */
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL' | 'PUBLISH'; readonly content: string };
}

/** What the mail server answered. `uncertain`: the connection broke after the mail was handed over; nobody knows its fate. */
export type SendResult =
  | { readonly outcome: 'accepted'; readonly response: string }
  | { readonly outcome: 'deferred' | 'refused' | 'uncertain'; readonly response: string };

interface SmtpFault extends Error {
  responseCode?: number;
  command?: string;
  code?: string;
}

/** Hands one mail to the SMTP server. Never throws for what a server or a network may answer. */
@Injectable()
export class MailTransport implements OnApplicationShutdown {
  private readonly transporter: Transporter;

  constructor(config: Config) {
    const pool = {
      pool: true,
      maxConnections: 4,
      maxMessages: 200,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 40_000,
    };
    this.transporter = nodemailer.createTransport(config.smtpUrl, pool as object);
  }

  async send(mail: Mail): Promise<SendResult> {
    try {
      const info = (await this.transporter.sendMail(messageOf(mail))) as { response: string };
      return { outcome: 'accepted', response: info.response };
    } catch (error) {
      return outcomeOf(error as SmtpFault);
    }
  }

  onApplicationShutdown(): void {
    this.transporter.close();
  }
}

/** One address per field and an envelope of our own: a comma or a line break in a name cannot add a recipient. */
function messageOf(mail: Mail): SendMailOptions {
  return {
    messageId: `<${mail.messageId}>`,
    from: mail.from,
    to: mail.to,
    replyTo: mail.replyTo,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    date: mail.date,
    headers: { 'Auto-Submitted': 'auto-generated', ...mail.headers },
    icalEvent: mail.calendar && {
      method: mail.calendar.method,
      content: mail.calendar.content,
      filename: 'invite.ics',
    },
    envelope: { from: mail.from.address, to: [mail.to.address] },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** 5xx is a no; 4xx and a connection that never opened are "later"; silence after DATA is uncertain. */
function outcomeOf(fault: SmtpFault): SendResult {
  const response = fault.message;
  if (fault.responseCode && fault.responseCode >= 500) return { outcome: 'refused', response };
  if (fault.responseCode || fault.command !== 'DATA') return { outcome: 'deferred', response };
  return { outcome: 'uncertain', response };
}
