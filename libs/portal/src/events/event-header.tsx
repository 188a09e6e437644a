import type { AgendaEvent, AgendaOrganizer } from '#agenda';
import { startOfDay, zoneName, type Language } from '#kernel';
import { agendaWords, organizerRoleWords } from './agenda-words.js';
import { dateRange, dayLink } from './event-dates.js';
import { neighbourHour } from './neighbour-zones.js';

interface HeaderProps {
  readonly event: AgendaEvent;
  /** Days that stand further down the page. */
  readonly days: readonly string[];
  readonly language: Language;
}

const nameOf = ({ name, shortName }: AgendaOrganizer) =>
  shortName && !name.includes(shortName) ? `${name} (${shortName})` : name;

/** The organisers in protocol order; neighbours in one role share its word. */
function Organizers({ event, language }: Omit<HeaderProps, 'days'>) {
  const groups: AgendaOrganizer[][] = [];
  for (const organizer of event.organizers) {
    const last = groups.at(-1);
    if (last?.[0].role === organizer.role) last.push(organizer);
    else groups.push([organizer]);
  }
  return groups.map((group) => (
    <div>
      <dt>{organizerRoleWords[group[0].role][language]}</dt>
      {group.map((organizer) => (
        <dd>{nameOf(organizer)}</dd>
      ))}
    </div>
  ));
}

export function EventHeader({ event, days, language }: HeaderProps) {
  const words = agendaWords[language];
  const start = startOfDay(event.startsOn, event.zone);
  const zone = zoneName(event.zone, start, language);
  return (
    <div class="hd">
      <p class="over">
        {event.city} · {dateRange(event.startsOn, event.endsOn, language)}
      </p>
      <h1>{event.name}</h1>
      <p class="soft">
        {zone[0].toUpperCase() + zone.slice(1)}. {neighbourHour(event.zone, start, language)}
      </p>
      <dl class="by">
        <Organizers event={event} language={language} />
        {event.venues.length > 0 && (
          <div>
            <dt>{words.place}</dt>
            {event.venues.map(({ name, address }) => (
              <dd>
                {name}, {address}
              </dd>
            ))}
          </div>
        )}
      </dl>
      {days.length > 1 && (
        <nav aria-label={words.days}>
          <ul class="fx">
            {days.map((day) => (
              <li>
                <a href={`#${day}`}>{dayLink(day, language)}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  );
}
