import PostalMime from 'postal-mime';
import { summaryOf, type CalendarSummary } from '../calendar/calendar-summary.js';

/** A mail as a mail program shows it. */
export interface OpenedMail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  /** The Date header as it was written; empty without one. */
  readonly date: string;
  readonly html: string;
  readonly text: string;
  readonly calendar: CalendarSummary | null;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
}

interface Party {
  readonly name?: string;
  readonly address?: string;
}

const shown = (party: Party | undefined): string =>
  party ? [party.name, party.address && `<${party.address}>`].filter(Boolean).join(' ') : '';

export async function openMail(raw: Buffer): Promise<OpenedMail> {
  const mail = await PostalMime.parse(raw, { attachmentEncoding: 'utf8' });
  const calendar = mail.attachments.find(
    ({ mimeType }) => mimeType === 'text/calendar' || mimeType === 'application/ics',
  );
  return {
    from: shown(mail.from),
    to: (mail.to ?? []).map(shown).join(', '),
    subject: mail.subject ?? '',
    date: mail.headers.find(({ key }) => key === 'date')?.value ?? '',
    html: mail.html ?? '',
    text: mail.text ?? '',
    calendar: calendar ? summaryOf(textOf(calendar.content)) : null,
    headers: mail.headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
  };
}

const textOf = (content: string | ArrayBuffer | Uint8Array): string =>
  typeof content === 'string' ? content : new TextDecoder().decode(content);
