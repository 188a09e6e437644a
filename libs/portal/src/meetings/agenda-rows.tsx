import { dayName, timeOf, type Language } from '#kernel';
import type { PartyMeeting } from '#meetings';
import { byDay } from './meeting-times.js';
import type { MeetingsView } from './meeting-views.js';
import { meetingStateWords, meetingWords } from './meeting-words.js';

interface RowsProps {
  readonly view: MeetingsView;
  readonly language: Language;
}

/** The party's meetings by day. */
export function AgendaRows({ view, language }: RowsProps) {
  const text = meetingWords[language];
  if (view.meetings.length === 0) return <p class="soft">{text.empty}</p>;
  return (
    <>
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
  const { zone } = view.card.event;
  const isNow = isOn(meeting, view.now);
  return (
    <li class={`${meeting.state}${isNow ? ' hot' : ''}`}>
      <div class="time">
        {timeOf(meeting.startsAt, zone)}
        <small>{timeOf(meeting.endsAt, zone)}</small>
      </div>
      <div>
        <b>{meeting.otherPartyName}</b>
        <p>
          <span class="seat">{seatOf(meeting, view, language)}</span> {isNow && <span class="tag">{text.now}</span>}{' '}
          {meeting.state !== 'scheduled' && <span class="tag">{meetingStateWords[language][meeting.state]}</span>}
        </p>
        <p class="soft">{meeting.topic}</p>
        {meeting.state === 'cancelled' && <p class="soft">{cancellation(meeting, view, language)}</p>}
      </div>
      <div class="do">
        {meeting.state === 'scheduled' && (
          <a class="noprint" href={hrefOf(meeting, language)} aria-label={text.changeOf(meeting.otherPartyName)}>
            {text.change}
          </a>
        )}
        <div class="note" aria-hidden="true" />
      </div>
    </li>
  );
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
