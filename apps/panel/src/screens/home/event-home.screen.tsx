import { Link } from '@tanstack/react-router';
import { useAsk } from '../../app/ask-hooks.js';
import { daysText } from '../../app/dates.js';
import type { ResultOf } from '../../app/graphql.js';
import { menuOf } from '../../app/screen-list.js';
import { useEvent } from '../../app/session.js';
import { useTerms } from '../../app/terms.js';
import { useLanguage, useWords } from '../../app/words.js';
import { Badge, Screen } from '../../design/index.js';
import { eventCountsQuery, mailCountsQuery } from './home.queries.js';
import { homeWords } from './home.words.js';

type Counts = ResultOf<typeof eventCountsQuery> & ResultOf<typeof mailCountsQuery>;

/** Whose count stands on which screen's tile, by the end of its address. */
const countOf: Readonly<Record<string, keyof Counts>> = {
  sessions: 'sessions',
  delegations: 'delegations',
  registrations: 'registrations',
  invitations: 'invitations',
  meetings: 'bilateralMeetings',
  messages: 'messages',
  reminders: 'reminders',
};

/** What the event is, how much there is of everything, and the way to it. */
export default function EventHomeScreen() {
  const t = useWords(homeWords);
  const term = useTerms();
  const language = useLanguage();
  const event = useEvent();
  const { data: counts } = useAsk('counts', eventCountsQuery, { eventId: event.id });
  const { data: mailCounts } = useAsk('counts', mailCountsQuery, { eventId: event.id });
  const all: Partial<Counts> = { ...counts, ...mailCounts };
  const entries = menuOf('event').filter(({ path }) => path !== '/e/$slug');
  const count = (path: string) => {
    const noun = countOf[path.slice(path.lastIndexOf('/') + 1)];
    return noun && all[noun]?.totalCount;
  };
  return (
    <Screen
      title={event.shownName}
      over={<Badge tone={event.state === 'published' ? 'good' : 'plain'}>{term('EventState', event.state)}</Badge>}
      lead={`${daysText(event.startsOn, event.endsOn, language)} · ${event.city} · ${event.zone}`}
      actions={
        <a className="button" data-look="plain" href={`/e/${event.slug}`}>
          {t('publicPage')}
        </a>
      }
    >
      <ul className="tiles">
        {entries.map(({ path, title }) => (
          <li key={path}>
            <Link to={path} params={{ slug: event.slug }} className="card tile">
              <span>{title[language]}</span>
              <span className="tile-count number">{count(path)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Screen>
  );
}
