import { dayName, dayOf, timeOf, type Language } from '#kernel';
import { meetingRequestStateTerms } from '#meetings';
import { ErrorSummary, type FormFault, type Typed } from '../frame/form.js';
import { AgendaRows, isOn, seatOf } from './agenda-rows.js';
import { SearchForm } from './ask.page.js';
import { slotName } from './meeting-times.js';
import type { MeetingsView } from './meeting-views.js';
import { meetingWords, type DoneWord } from './meeting-words.js';
import { inLanguage, PartyFrame } from './party-frame.js';
import { AnswerForm, RequestsToAnswer } from './request-cards.js';

export interface MyMeetingsProps {
  readonly view: MeetingsView;
  readonly language: Language;
  /** `/r/<token>` */
  readonly path: string;
  readonly submission: string;
  readonly done?: DoneWord;
  readonly typed?: Typed;
  readonly faults?: readonly FormFault[];
}

interface PartProps {
  readonly view: MeetingsView;
  readonly language: Language;
}

/** `/r/<token>`: what a party does about its meetings. */
export function MyMeetingsPage(props: MyMeetingsProps) {
  const { view, language, path, submission, done, typed = {}, faults = [] } = props;
  const text = meetingWords[language];
  return (
    <PartyFrame view={view} language={language} faults={faults}>
      <nav class="tools noprint" aria-label={text.over}>
        <a href="#pedir">{text.ask}</a>
        <a href={inLanguage('disponibilidad=1', language)}>{text.availability}</a>
        <a href={`${path}/calendario.ics`}>{text.calendar}</a>
      </nav>
      <ErrorSummary faults={faults} language={language} />
      {done && (
        <p class="done" role="status">
          {text.done[done]}
        </p>
      )}
      <Next view={view} language={language} />
      {view.toAnswer.length > 0 && (
        <section class="noprint">
          <h2>{text.toAnswer(view.toAnswer.length)}</h2>
          <RequestsToAnswer view={view} language={language} submission={submission} typed={typed} faults={faults} />
        </section>
      )}
      <h2>{text.agenda}</h2>
      <AgendaRows view={view} language={language} />
      <Waiting view={view} language={language} submission={submission} />
      <Ended view={view} language={language} />
      <section class="noprint" id="pedir">
        <h2>{text.ask}</h2>
        <SearchForm language={language} />
      </section>
    </PartyFrame>
  );
}

/** The one thing that somebody on the way to a table wants to know. */
function Next({ view, language }: PartProps) {
  const next = view.meetings.find(({ state, endsAt }) => state === 'scheduled' && endsAt > view.now);
  if (!next) return null;
  const text = meetingWords[language];
  const { zone } = view.card.event;
  return (
    <section class="card next noprint">
      <p class="over">{isOn(next, view.now) ? text.now : text.next}</p>
      <p class="clock">{timeOf(next.startsAt, zone)}</p>
      <p>{dayName(dayOf(next.startsAt, zone), language)}</p>
      <p class="seat">{seatOf(next, view, language)}</p>
      <p>
        <b>{next.otherPartyName}</b>
        <br />
        <span class="soft">{next.topic}</span>
      </p>
    </section>
  );
}

function Waiting({ view, language, submission }: PartProps & { submission: string }) {
  if (view.waiting.length === 0) return null;
  const text = meetingWords[language];
  const { zone } = view.card.event;
  return (
    <section class="noprint">
      <h2>{text.waiting(view.waiting.length)}</h2>
      <p class="soft">{text.holdsNothing}</p>
      <ul class="found">
        {view.waiting.map(({ id, otherPartyName, topic, proposedStartsAt, expiresAt, fromPartyId }) => (
          <li>
            <b>{otherPartyName}</b>: {topic}
            <br />
            <span class="soft">
              {text.sentTo(proposedStartsAt && slotName(proposedStartsAt, zone, language))}{' '}
              {text.answerBy(slotName(expiresAt, zone, language))}
            </span>
            {fromPartyId === view.party.id && (
              <AnswerForm id={id} submission={submission}>
                <button name="do" value="retirar" class="quiet" aria-label={text.withdrawOf(otherPartyName)}>
                  {text.withdraw}
                </button>
              </AnswerForm>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Ended({ view, language }: PartProps) {
  if (view.ended.length === 0) return null;
  return (
    <details class="noprint">
      <summary>{meetingWords[language].ended}</summary>
      <ul class="found">
        {view.ended.map(({ state, otherPartyName, topic, reason }) => (
          <li>
            <b>{otherPartyName}</b>: {topic} <span class="tag">{meetingRequestStateTerms[state][language]}</span>
            {reason && <p class="soft">{reason}</p>}
          </li>
        ))}
      </ul>
    </details>
  );
}
