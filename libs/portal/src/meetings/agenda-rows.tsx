import { dayName, timeOf, type Language } from '#kernel';
import { meetingStateTerms, type PartyMeeting } from '#meetings';
import { byDay } from './meeting-times.js';
import type { MeetingsView } from './meeting-views.js';
import { meetingWords } from './meeting-words.js';

interface RowsProps {
  readonly view: MeetingsView;
  readonly language: Language;
}

/** The party's meetings by day; the room stands once above them when all tables stand in one. */
export function AgendaRows({ view, language }: RowsProps) {
  const text = meetingWords[language];
  if (view.meetings.length === 0) return <p class="soft">{text.empty}</p>;
  const room = onlyRoom(view);
  return (
    <>
      {room && <p class="soft room">{room}</p>}
      {byDay(view.meetings, view.card.event.zone).map(({ day, rows }) => (
        <section>
          <h3>{dayName(day, language)}</h3>
          <ol class="rows">
            {rows.map((meeting) => (
              <Row meeting={meeting} view={view} language={language} />
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

function Row({ meeting, view, language }: RowsProps & { meeting: PartyMeeting }) {
  const text = meetingWords[language];
  const { state, startsAt, endsAt, otherPartyName, topic } = meeting;
  const isNow = isOn(meeting, view.now);
  const mood = isNow ? ' hot' : endsAt <= view.now ? ' past' : '';
  return (
    <li class={state + mood}>
      <div class="time">
        {timeOf(startsAt, view.card.event.zone)}
        <span class="seat">
          {text.table} {meeting.tableNumber}
        </span>
      </div>
      <div>
        <b>{otherPartyName}</b> {isNow && <span class="tag">{text.now}</span>}
        {state !== 'scheduled' && <span class="tag">{meetingStateTerms[state][language]}</span>}
        <p class="soft topic">{topic}</p>
        <Where meeting={meeting} view={view} />
        {state === 'cancelled' && <p class="soft">{cancellation(meeting, view, language)}</p>}
      </div>
      <div class="do">
        {state === 'scheduled' && (
          <a class="noprint" href={hrefOf(meeting, language)} aria-label={labelOf(meeting, view, language)}>
            {startsAt > view.now ? text.change : text.outcome}
          </a>
        )}
      </div>
      <div class="note" aria-hidden="true" />
    </li>
  );
}

/** Where the table stands, unless the list has said it. */
function Where({ meeting, view }: { meeting: PartyMeeting; view: MeetingsView }) {
  const room = onlyRoom(view) ? undefined : view.rooms.get(meeting.roomId ?? '');
  const where = [meeting.tableName, room].filter(Boolean).join(' · ');
  return where ? <p class="soft">{where}</p> : null;
}

function onlyRoom({ rooms }: MeetingsView): string | undefined {
  return rooms.size === 1 ? [...rooms.values()][0] : undefined;
}

function labelOf(meeting: PartyMeeting, view: MeetingsView, language: Language): string {
  const text = meetingWords[language];
  const label = meeting.startsAt > view.now ? text.changeOf : text.outcomeOf;
  return label(meeting.otherPartyName);
}

export function isOn({ state, startsAt, endsAt }: PartyMeeting, now: Date): boolean {
  return state === 'scheduled' && startsAt <= now && now < endsAt;
}

export function hrefOf(meeting: PartyMeeting, language: Language): string {
  return `?reunion=${meeting.id}${language === 'es' ? '' : `&lang=${language}`}`;
}

/** `Mesa 3 · Salón de reuniones`. */
export function seatOf(meeting: PartyMeeting, view: MeetingsView, language: Language): string {
  const { tableNumber, tableName, roomId } = meeting;
  const room = roomId ? view.rooms.get(roomId) : undefined;
  return [`${meetingWords[language].table} ${tableNumber}`, tableName, room].filter(Boolean).join(' · ');
}

function cancellation(meeting: PartyMeeting, view: MeetingsView, language: Language): string {
  const text = meetingWords[language];
  const byThem = meeting.cancelledByPartyId === view.party.id ? text.you : meeting.otherPartyName;
  return `${text.cancelledBy(meeting.cancelledBy === 'organiser' ? text.organisers : byThem)}: ${meeting.reason}`;
}
