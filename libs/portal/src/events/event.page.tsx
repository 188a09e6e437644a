import type { AgendaBlock, AgendaDay, AgendaEvent, PublishedAgenda } from '#agenda';
import { dayOf, fill, timeOf, type Language } from '#kernel';
import { Page } from '../frame/page.js';
import { SessionCard, threadOf } from './agenda-session.js';
import { agendaWords } from './agenda-words.js';
import { blockKey, byHour } from './block-filter.rules.js';
import { dayHeading } from './event-dates.js';
import { EventHeader } from './event-header.js';
import { eventStyle } from './event-style.js';

interface EventPageProps {
  readonly event: AgendaEvent;
  /** Null before the first publication. */
  readonly agenda: PublishedAgenda | null;
  /** The only block to be shown; null for all. */
  readonly block: AgendaBlock | null;
  readonly language: Language;
}

/** Path of the page; `block` is the name of a block. */
function hrefOf(slug: string, language: Language, block?: string): string {
  const query = new URLSearchParams({
    ...(block && { bloque: blockKey(block) }),
    ...(language === 'en' && { lang: 'en' }),
  });
  return `/e/${slug}${query.size > 0 ? `?${query}` : ''}`;
}

function Filter({ event, agenda, block, language }: EventPageProps) {
  const words = agendaWords[language];
  const blocks = agenda?.content.blocks ?? [];
  if (blocks.length < 2) return null;
  return (
    <nav class="bl wrap" aria-labelledby="bl">
      <h2 id="bl">{words.filter}</h2>
      <ul class="fx">
        {blocks.map(({ id, name, colour }) => (
          <li>
            <a
              class={threadOf[colour]}
              href={hrefOf(event.slug, language, name)}
              aria-current={id === block?.id ? 'true' : undefined}
            >
              {name}
            </a>
          </li>
        ))}
        {block && (
          <li>
            <a href={hrefOf(event.slug, language)}>{words.all}</a>
          </li>
        )}
      </ul>
    </nav>
  );
}

function Day({ day, block, language }: { day: AgendaDay; block: AgendaBlock | null; language: Language }) {
  const words = agendaWords[language];
  const sessions = block ? day.sessions.filter((session) => session.block?.id === block.id) : day.sessions;
  return (
    <section class="d" aria-labelledby={day.date}>
      <h2 id={day.date}>{dayHeading(day.date, language)}</h2>
      {sessions.length === 0 && <p class="soft">{block ? words.none : words.noSession}</p>}
      {byHour(sessions).map((hour) => (
        <div class="h">
          <h3>{hour.from}</h3>
          <div class="r">
            {hour.sessions.map((session) => (
              <SessionCard session={session} language={language} isAlone={hour.sessions.length === 1} />
            ))}
          </div>
        </div>
      ))}
    </section>
  );
}

function Version({ agenda, event, language }: { agenda: PublishedAgenda; event: AgendaEvent; language: Language }) {
  const words = agendaWords[language];
  const day = dayHeading(dayOf(agenda.publishedAt, event.zone), language).toLowerCase();
  const time = timeOf(agenda.publishedAt, event.zone);
  return (
    <p class="soft v">
      {fill(words.version, { number: agenda.number, day, time })} <span class="noprint">{words.print}</span>
    </p>
  );
}

/** The public face of an event: who holds it, where and when, and its published agenda. */
export function EventPage(props: EventPageProps) {
  const { event, agenda, block, language } = props;
  const words = agendaWords[language];
  const days = agenda?.content.days ?? [];
  const otherLanguage = language === 'es' ? 'en' : 'es';
  const query = new URLSearchParams({ ...(block && { bloque: blockKey(block.name) }), lang: otherLanguage });
  return (
    <Page
      title={event.name}
      language={language}
      otherLanguageHref={`/e/${event.slug}?${query}`}
      isDemonstration={event.isDemonstration}
      displayFont
      extraStyle={eventStyle}
      header={<EventHeader event={event} days={days.map(({ date }) => date)} language={language} />}
    >
      <Filter {...props} />
      <div class="wrap">
        {block && <p role="status">{fill(words.shown, { block: block.name })}</p>}
        {days.map((day) => (
          <Day day={day} block={block} language={language} />
        ))}
        {agenda ? <Version agenda={agenda} event={event} language={language} /> : <p>{words.soon}</p>}
      </div>
    </Page>
  );
}
