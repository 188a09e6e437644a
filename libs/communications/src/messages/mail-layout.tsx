import type { Language, Words } from '#kernel';
import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { EventMail, MailBody } from './mail.js';

/** Paper, ink and cochineal; fonts of the reader's own system; nothing that a mail program would have to fetch. */
const look = {
  page: 'margin:0;padding:24px 12px;background:#FAF7F0;color:#1B1F2A;font:16px/1.5 -apple-system,"Segoe UI",Roboto,Arial,sans-serif',
  sheet:
    'max-width:560px;margin:0 auto;background:#FFFFFF;border:1px solid #D8D0BF;border-top:4px solid #8C1D40;padding:24px',
  event: 'margin:0 0 16px;font-size:14px;color:#5B616E',
  demonstration: 'margin:0 0 16px;padding:6px 10px;border:1px dashed #B4532A;color:#B4532A;font-size:14px',
  line: 'margin:0 0 16px',
  facts: 'margin:0 0 16px;border-collapse:collapse',
  code: 'margin:0 0 16px;font-size:32px;font-weight:bold;letter-spacing:6px;color:#1B1F2A',
  label: 'padding:2px 16px 2px 0;text-align:left;vertical-align:top;font-weight:normal;color:#5B616E',
  value: 'padding:2px 0;vertical-align:top',
  button:
    'display:inline-block;padding:12px 20px;background:#8C1D40;color:#FFFFFF;text-decoration:none;border-radius:4px;font-weight:bold',
  address: 'margin:8px 0 16px;font-size:13px;color:#5B616E;word-break:break-all',
  link: 'color:#8C1D40',
  foot: 'max-width:560px;margin:12px auto 0;font-size:13px;color:#5B616E',
} as const;

const words = {
  demonstration: { es: 'Datos de demostración', en: 'Demonstration data' },
  orOpen: { es: 'O abra esta dirección:', en: 'Or open this address:' },
  automatic: {
    es: 'Este mensaje es automático; no hace falta responderlo.',
    en: 'This message is automatic; there is no need to answer it.',
  },
} satisfies Record<string, Words>;

/** A mail ready to be laid out: its action's address may be a placeholder that only delivery fills. */
export interface LaidOut {
  readonly subject: string;
  readonly event: EventMail;
  readonly body: MailBody;
  readonly actionUrl: string | null;
  /** The placeholder of a one-time code. */
  readonly code: string | null;
  readonly language: Language;
}

export function htmlOf(mail: LaidOut): string {
  return `<!DOCTYPE html>${renderToString(<MailDocument {...mail} />)}`;
}

function MailDocument({ subject, event, body, actionUrl, code, language }: LaidOut) {
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{subject}</title>
      </head>
      <body style={look.page}>
        <div style={look.sheet}>
          <p style={look.event}>{event.eventName}</p>
          {event.isDemonstration && <p style={look.demonstration}>{words.demonstration[language]}</p>}
          <Line>{body.greeting}</Line>
          {body.paragraphs.map((paragraph) => (
            <Line>{paragraph}</Line>
          ))}
          <Facts body={body} />
          {code && <p style={look.code}>{code}</p>}
          {body.action && actionUrl && <Button label={body.action.label} url={actionUrl} language={language} />}
          {body.closing?.map((paragraph) => (
            <Line>{paragraph}</Line>
          ))}
        </div>
        <p style={look.foot}>{words.automatic[language]}</p>
      </body>
    </html>
  );
}

function Line({ children }: { children: ComponentChildren }) {
  return <p style={look.line}>{children}</p>;
}

function Facts({ body }: { body: MailBody }) {
  if (!body.facts || body.facts.length === 0) return null;
  return (
    <table style={look.facts}>
      {body.facts.map(({ label, value }) => (
        <tr>
          <th scope="row" style={look.label}>
            {label}
          </th>
          <td style={look.value}>{value}</td>
        </tr>
      ))}
    </table>
  );
}

function Button({ label, url, language }: { label: string; url: string; language: Language }) {
  return (
    <>
      <p style="margin:0">
        <a href={url} style={look.button}>
          {label}
        </a>
      </p>
      <p style={look.address}>
        {words.orOpen[language]}{' '}
        <a href={url} style={look.link}>
          {url}
        </a>
      </p>
    </>
  );
}

/** The same sentence for programs that show no HTML. */
export function textOf({ event, body, actionUrl, code, language }: LaidOut): string {
  const blocks = [
    event.isDemonstration ? `${event.eventName}\n[${words.demonstration[language]}]` : event.eventName,
    body.greeting,
    ...body.paragraphs,
    ...(body.facts?.length ? [body.facts.map(({ label, value }) => `${label}: ${value}`).join('\n')] : []),
    ...(code ? [code] : []),
    ...(body.action && actionUrl ? [`${body.action.label}:\n${actionUrl}`] : []),
    ...(body.closing ?? []),
    `--\n${words.automatic[language]}`,
  ];
  return `${blocks.join('\n\n')}\n`;
}
