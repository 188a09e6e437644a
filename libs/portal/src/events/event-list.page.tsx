import type { PublicEvent } from '#events';
import type { Language } from '#kernel';
import { Page } from '../frame/page.js';
import { eventListWords } from './agenda-words.js';
import { dateRange, shortMonth } from './event-dates.js';
import { eventStyle } from './event-style.js';

interface EventListProps {
  /** The nearest first. */
  readonly upcoming: readonly PublicEvent[];
  /** The latest first. */
  readonly past: readonly PublicEvent[];
  readonly language: Language;
}

function EventRow({ event, language }: { event: PublicEvent; language: Language }) {
  const words = eventListWords(language);
  return (
    <li class="ev">
      <time datetime={event.startsOn} aria-hidden="true">
        <b>{Number(event.startsOn.slice(8))}</b>
        {shortMonth(event.startsOn, language)} {event.startsOn.slice(0, 4)}
      </time>
      <div>
        <p class="over">
          {event.city} · {dateRange(event.startsOn, event.endsOn, language)}
          {event.isUnderWay && <span class="tag">{words.now}</span>}
        </p>
        <h3>
          <a href={`/e/${event.slug}${language === 'en' ? '?lang=en' : ''}`}>{event.name}</a>
        </h3>
        <p class="soft">{event.organizers.join(' · ')}</p>
      </div>
    </li>
  );
}

function EventSection(props: { title: string; events: readonly PublicEvent[]; language: Language; class?: string }) {
  if (props.events.length === 0) return null;
  return (
    <section class={props.class}>
      <h2>{props.title}</h2>
      <ul class="ls">
        {props.events.map((event) => (
          <EventRow event={event} language={props.language} />
        ))}
      </ul>
    </section>
  );
}

/** Every public event: those to come, and those that were. */
export function EventListPage({ upcoming, past, language }: EventListProps) {
  const words = eventListWords(language);
  const header = (
    <div class="hd">
      <h1>{words.title}</h1>
      <p class="soft">{words.lead}</p>
    </div>
  );
  return (
    <Page
      title={`${words.title} · Tinkuy`}
      language={language}
      otherLanguageHref={language === 'es' ? '/?lang=en' : '/?lang=es'}
      isDemonstration={[...upcoming, ...past].some(({ isDemonstration }) => isDemonstration)}
      displayFont
      extraStyle={eventStyle}
      header={header}
    >
      <div class="wrap">
        {upcoming.length === 0 && <p>{past.length === 0 ? words.none : words.noUpcoming}</p>}
        <EventSection title={words.upcoming} events={upcoming} language={language} />
        <EventSection title={words.past} events={past} language={language} class="past" />
      </div>
    </Page>
  );
}
