import { Link } from '@tanstack/react-router';
import { daysText } from '../../app/dates.js';
import { menuOf } from '../../app/screen-list.js';
import { useEvent } from '../../app/session.js';
import { useTerms } from '../../app/terms.js';
import { useLanguage, useWords } from '../../app/words.js';
import { Badge, Screen } from '../../design/index.js';
import { homeWords } from './home.words.js';

/** What the event is, and the way to everything in it. */
export default function EventHomeScreen() {
  const t = useWords(homeWords);
  const term = useTerms();
  const language = useLanguage();
  const event = useEvent();
  const entries = menuOf('event').filter(({ path }) => path !== '/e/$slug');
  return (
    <Screen
      title={event.shownName}
      over={<Badge tone={event.state === 'published' ? 'good' : 'plain'}>{term('EventState', event.state)}</Badge>}
    >
      <div className="stack">
        <section className="card">
          <dl className="facts">
            <dt>{t('days')}</dt>
            <dd>{daysText(event.startsOn, event.endsOn, language)}</dd>
            <dt>{t('where')}</dt>
            <dd>{event.city}</dd>
            <dt>{t('zone')}</dt>
            <dd>{event.zone}</dd>
          </dl>
          <p>
            <a className="button" data-look="plain" data-size="small" href={`/e/${event.slug}`}>
              {t('publicPage')}
            </a>
          </p>
        </section>
        <ul className="tiles">
          {entries.map(({ path, title }) => (
            <li key={path}>
              <Link to={path} params={{ slug: event.slug }} className="card tile">
                {title[language]}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </Screen>
  );
}
