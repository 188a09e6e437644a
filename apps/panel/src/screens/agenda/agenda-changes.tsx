import { Link } from '@tanstack/react-router';
import { dayText } from '../../app/dates.js';
import { useEvent } from '../../app/session.js';
import { useTerms } from '../../app/terms.js';
import { useLanguage, useWords } from '../../app/words.js';
import { Badge, type Tone } from '../../design/index.js';
import type { Change, Pending } from './agenda.queries.js';
import { agendaWords } from './agenda.words.js';

const tones: Readonly<Record<Pending['sessions'][number]['fate'], Tone>> = {
  added: 'good',
  changed: 'info',
  removed: 'bad',
};

/** What the next publication changes, first in the event, then by day and hour. */
export function AgendaChanges({ pending }: { readonly pending: Pending }) {
  const t = useWords(agendaWords);
  const term = useTerms();
  const language = useLanguage();
  const { slug } = useEvent();
  return (
    <section className="stack" aria-labelledby="agenda-changes">
      <h2 id="agenda-changes">{t('changes')}</h2>
      {pending.changes.length > 0 && (
        <div className="card">
          <h3>{t('general')}</h3>
          <Compared changes={pending.changes} />
        </div>
      )}
      <ul className="plain-list stack">
        {pending.sessions.map(({ sessionId, fate, title, day, from, to, changes }) => (
          <li key={sessionId} className="card">
            <div className="row">
              <Badge tone={tones[fate]}>{term('SessionFate', fate)}</Badge>
              <span className="number soft">
                {dayText(day, language, 'short')}, {from}–{to}
              </span>
              <Link to={'/e/$slug/sessions/$session'} params={{ slug, session: sessionId }}>
                {title}
              </Link>
            </div>
            {changes.length > 0 && <Compared changes={changes} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Compared({ changes }: { readonly changes: readonly Change[] }) {
  const t = useWords(agendaWords);
  const term = useTerms();
  const shown = (aspect: string, lines: readonly string[]) =>
    lines.map((line) => (aspect === 'kind' ? term('SessionKind', line) : line));
  return (
    <table className="compare">
      <thead>
        <tr>
          <td />
          <th scope="col">{t('before')}</th>
          <th scope="col">{t('after')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ aspect, before, after }) => (
          <tr key={aspect}>
            <th scope="row">{term('AgendaAspect', aspect)}</th>
            <td>{before.length > 0 ? <Lines lines={shown(aspect, before)} /> : t('nothing')}</td>
            <td>{after.length > 0 ? <Lines lines={shown(aspect, after)} /> : t('nothing')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return lines.map((line, index) => <div key={index}>{line}</div>);
}
