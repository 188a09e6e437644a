import type { MailboxLine } from '#communications';
import { dayName, dayOf, fill, timeOf, type Language } from '#kernel';
import { Page } from '../frame/page.js';
import { DemoClockForm, demoZone } from './demo-clock.form.js';

export const mailsPerPage = 50;

const words = {
  es: {
    title: 'Buzón de la demostración',
    intro: 'Aquí llegan todos los correos que envía esta demostración. Ninguno sale a Internet.',
    to: 'Destinatario',
    search: 'Buscar',
    none: 'No hay correos.',
    noneFor: 'No hay correos para «{recipient}». Pruebe con una parte de la dirección, o borre la búsqueda.',
    count: '{total} correos',
    received: 'Recibido',
    subject: 'Asunto',
    newer: 'Más nuevos',
    older: 'Más antiguos',
  },
  en: {
    title: 'Mailbox of the demonstration',
    intro: 'Every mail that this demonstration sends arrives here. None leaves for the Internet.',
    to: 'Recipient',
    search: 'Search',
    none: 'There are no mails.',
    noneFor: 'There are no mails for “{recipient}”. Try a part of the address, or clear the search.',
    count: '{total} mails',
    received: 'Received',
    subject: 'Subject',
    newer: 'Newer',
    older: 'Older',
  },
} as const;

/** On a phone a mail is three lines instead of three columns. */
const style = `td{overflow-wrap:anywhere}td a{display:inline-block;min-height:24px;font-weight:600}
[role=search]{display:grid;grid-template-columns:1fr auto;gap:0 .75rem;align-items:end;max-width:34rem;margin:1.25rem 0}[role=search] label{grid-column:1/-1}[role=search] button{margin:0;width:auto}
@media(max-width:40em){thead{display:none}tr{display:block;border-bottom:1px solid var(--line);padding:.6rem 0}td{display:block;border:0;padding:0}td+td{font-size:.9rem;color:var(--granite)}}`.replace(
  /\n/g,
  '',
);

interface MailboxPageProps {
  readonly rows: readonly MailboxLine[];
  readonly total: number;
  readonly recipient: string;
  readonly page: number;
  readonly now: Date;
  readonly isClockUnread: boolean;
  readonly language: Language;
}

/** `20 jun., 09:00`, in the demo's zone. */
export function momentOf(instant: Date, language: Language): string {
  return `${dayName(dayOf(instant, demoZone), language)}, ${timeOf(instant, demoZone)}`;
}

export function MailboxPage(props: MailboxPageProps) {
  const { rows, recipient, language, total } = props;
  const text = words[language];
  return (
    <Page
      title={text.title}
      language={language}
      otherLanguageHref={`?lang=${language === 'es' ? 'en' : 'es'}`}
      extraStyle={style}
      isPrivate
    >
      <div class="wrap">
        <h1>{text.title}</h1>
        <p>{text.intro}</p>
        <DemoClockForm now={props.now} language={language} isUnread={props.isClockUnread} />
        <form method="get" action="/buzon" role="search">
          <label for="to">{text.to}</label>
          <input id="to" name="to" type="search" value={recipient} />
          <button>{text.search}</button>
        </form>
        {rows.length === 0 ? (
          <p>{recipient ? fill(text.noneFor, { recipient }) : text.none}</p>
        ) : (
          <>
            <p class="soft">{fill(text.count, { total })}</p>
            <Mails {...props} />
          </>
        )}
        <Pages {...props} />
      </div>
    </Page>
  );
}

function Mails({ rows, language }: MailboxPageProps) {
  const text = words[language];
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{text.subject}</th>
          <th scope="col">{text.to}</th>
          <th scope="col">{text.received}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((mail) => (
          <tr>
            <td>
              <a href={`/buzon/${mail.id}`}>{mail.subject || '—'}</a>
            </td>
            <td>{mail.envelopeTo}</td>
            <td>{momentOf(mail.receivedAt, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Pages({ page, total, recipient, language }: MailboxPageProps) {
  const text = words[language];
  const href = (number: number) => `/buzon?${new URLSearchParams({ to: recipient, page: String(number) }).toString()}`;
  return (
    <p>
      {page > 1 && (
        <a class="button quiet" href={href(page - 1)}>
          {text.newer}
        </a>
      )}
      {page * mailsPerPage < total && (
        <a class="button quiet" href={href(page + 1)}>
          {text.older}
        </a>
      )}
    </p>
  );
}
