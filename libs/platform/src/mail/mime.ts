import { oneLine } from '#kernel';
import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Mail } from './mail.js';

/**
 * The mail's bytes. The same mail always gives the same bytes (part boundaries are derived from the Message-ID), so that a copy sent after
 * a crash can be recognised as one. One address per field: a comma or a line break in a name cannot add a recipient.
 */
export function bytesOf(mail: Mail): Promise<Buffer> {
  const { messageId, from, to, subject, text, html, date, headers, calendar } = mail;
  const composer = new MailComposer({
    messageId: `<${messageId}>`,
    from: { name: oneLine(from.name), address: from.address },
    to: { name: oneLine(to.name), address: to.address },
    subject: oneLine(subject),
    text,
    html,
    date,
    headers: { 'Auto-Submitted': 'auto-generated', ...headers },
    icalEvent: calendar && { method: calendar.method, content: calendar.content, filename: 'invite.ics' },
    baseBoundary: createHash('sha256').update(messageId).digest('hex').slice(0, 24),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
