import type { CalendarSummary, OpenedMail } from '#communications';
import type { Language } from '#kernel';
import type { ComponentChildren } from 'preact';
import { Page } from '../frame/page.js';
import { momentOf } from './mailbox.page.js';

/** A link in the mail may leave the frame, for the whole window, when it is clicked. Nothing else may run. */
export const mailFrameFlags = 'allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation';

const style =
  'iframe{width:100%;height:34rem;border:1px solid var(--line);background:#fff}pre{white-space:pre-wrap;overflow-wrap:anywhere;margin:0;font-size:.85rem}dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;margin:.5rem 0}dt{color:var(--granite)}dd{margin:0;overflow-wrap:anywhere}';

const words = {
  es: {
    back: 'Volver al buzón',
    from: 'De',
    to: 'Para',
    received: 'Recibido',
    calendar: 'Calendario',
    methods: { REQUEST: 'Invitación o cambio', CANCEL: 'Cancelación', PUBLISH: 'Publicación' },
    what: 'Qué',
    when: 'Cuándo',
    where: 'Dónde',
    version: 'Versión',
    state: 'Estado',
    html: 'Como HTML',
    text: 'Como texto',
    headers: 'Cabeceras',
    source: 'Ver el original completo',
    code: 'iCalendar',
  },
  en: {
    back: 'Back to the mailbox',
    from: 'From',
    to: 'To',
    received: 'Received',
    calendar: 'Calendar',
    methods: { REQUEST: 'Invitation or change', CANCEL: 'Cancellation', PUBLISH: 'Publication' },
    what: 'What',
    when: 'When',
    where: 'Where',
    version: 'Version',
    state: 'State',
    html: 'As HTML',
    text: 'As text',
    headers: 'Headers',
    source: 'See the whole source',
    code: 'iCalendar',
  },
} as const;

interface MailPageProps {
  readonly id: string;
  readonly mail: OpenedMail;
  readonly receivedAt: Date;
  readonly language: Language;
}

export function MailPage({ id, mail, receivedAt, language }: MailPageProps) {
  const text = words[language];
  const facts: [string, string][] = [
    [text.from, mail.from],
    [text.to, mail.to],
    [text.received, momentOf(receivedAt, language)],
  ];
  return (
    <Page title={mail.subject || '—'} language={language} extraStyle={style} isPrivate>
      <div class="wrap">
        <p>
          <a class="alone" href="/buzon">
            {text.back}
          </a>
        </p>
        <h1>{mail.subject || '—'}</h1>
        <Facts facts={facts} />
        {mail.calendar && <Calendar calendar={mail.calendar} language={language} />}
        <h2>{text.html}</h2>
        <iframe src={`/buzon/${id}/html`} title={text.html} sandbox={mailFrameFlags} />
        <h2>{text.text}</h2>
        <pre class="card">{mail.text}</pre>
        <Fold title={text.headers}>
          <Facts facts={mail.headers.map(({ name, value }) => [name, value])} />
        </Fold>
        <p>
          <a class="alone" href={`/buzon/${id}/raw`}>
            {text.source}
          </a>
        </p>
      </div>
    </Page>
  );
}

function Calendar({ calendar, language }: { calendar: CalendarSummary; language: Language }) {
  const text = words[language];
  const methods: Readonly<Record<string, string>> = text.methods;
  const facts: [string, string][] = [
    [text.what, calendar.summary],
    [text.when, `${calendar.start} – ${calendar.end} (${calendar.zone})`],
    [text.where, calendar.location],
    [text.version, calendar.sequence],
    [text.state, calendar.status],
    ['UID', calendar.uid],
  ];
  return (
    <section class="card">
      <h2>
        {text.calendar}: {methods[calendar.method] ?? calendar.method}
      </h2>
      <Facts facts={facts} />
      <Fold title={text.code}>
        <pre>{calendar.raw}</pre>
      </Fold>
    </section>
  );
}

function Fold({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <details>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

function Facts({ facts }: { facts: readonly (readonly [string, string])[] }) {
  return (
    <dl>
      {facts.map(([name, value]) => (
        <>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </>
      ))}
    </dl>
  );
}
