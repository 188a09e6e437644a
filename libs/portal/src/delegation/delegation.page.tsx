import { dayName, dayOf, timeOf, type Language } from '#kernel';
import { currentText, personName } from '#people';
import { eventDays } from '#registrations';
import { ErrorSummary, SubmissionKey, type FormFault, type Typed } from '../frame/form.js';
import { Page } from '../frame/page.js';
import type { DelegationView } from './delegation-view.js';
import { delegationWords, type DoneWord } from './delegation-words.js';
import { MemberList, memberStyle } from './member-list.js';
import { PersonFields, personStyle } from './person-fields.js';
import { Seats, seatStyle } from './seats.js';

export interface DelegationPageProps {
  /** `/d/<token>` */
  readonly path: string;
  readonly view: DelegationView;
  readonly language: Language;
  readonly done?: DoneWord;
  readonly faults?: readonly FormFault[];
  readonly typed?: Typed;
  /** How many people were typed in, so that each finds its row again. */
  readonly typedRows?: number;
  /** Whether the last try found no seat for all, so that the waiting list is offered. */
  readonly mayWait?: boolean;
}

/** Sending is the one thing in cochineal; adding comes before it, in teal. */
const style =
  '.told{font-weight:400}.door h2{margin-top:0}.second{background:var(--teal);border-color:var(--teal)}.second:hover{background:#0a3945}';

/** `/d/<token>`: what the focal point does for its delegation, on one page. */
export function DelegationPage(props: DelegationPageProps) {
  const { view, language, done, faults = [] } = props;
  const { institution, card } = view;
  const text = delegationWords[language];
  return (
    <Page
      title={`${faults.length > 0 ? text.errorTitle : ''}${institution.name} · ${card.name}`}
      language={language}
      otherLanguageHref={language === 'es' ? '?lang=en' : '?lang=es'}
      isDemonstration={card.event.isDemonstration}
      extraStyle={style + seatStyle + personStyle + memberStyle}
      isPrivate
    >
      <div class="wrap narrow">
        <p class="over">{text.over}</p>
        <h1>{institution.name}</h1>
        <p>
          {card.name}
          <br />
          <span class="soft">
            {eventDays(card.event, language)} · {card.event.city}
          </span>
        </p>
        <ErrorSummary faults={faults} language={language} />
        {done && (
          <p class="done" role="status">
            {text.done[done]}
          </p>
        )}
        <SeatsCard view={view} language={language} />
        <h2>{text.people}</h2>
        <MemberList view={view} language={language} />
        <SendForm view={view} language={language} />
        {view.delegation.state !== 'closed' && <AddForm {...props} />}
        {view.hasMeetings && <MeetingsDoor path={props.path} language={language} />}
      </div>
    </Page>
  );
}

function SeatsCard({ view, language }: { view: DelegationView; language: Language }) {
  const { delegation, members, focalPoint } = view;
  const text = delegationWords[language];
  const states = members.map(({ registration }) => registration.state);
  const waiting = states.filter((state) => state === 'waitlisted').length;
  return (
    <section class="card">
      <b>{text.seatsOf(delegation.taken, delegation.quota)}</b>
      <Seats quota={delegation.quota} taken={delegation.taken} states={states} language={language} />
      <p class="soft">
        {text.free(delegation.free)} {waiting > 0 && text.waiting(waiting)}
        {focalPoint && (
          <>
            <br />
            {text.focalPoint}: {personName(focalPoint)}
          </>
        )}
      </p>
    </section>
  );
}

/** To the institution's own page of bilateral meetings. */
function MeetingsDoor({ path, language }: { path: string; language: Language }) {
  const text = delegationWords[language];
  const query = language === 'es' ? '' : `?lang=${language}`;
  return (
    <form method="post" action={`${path}/reuniones${query}`} class="card door">
      <h2>{text.meetings}</h2>
      <p>{text.meetingsHint}</p>
      <button class="second">{text.meetingsButton}</button>
    </form>
  );
}

function SendForm({ view, language }: { view: DelegationView; language: Language }) {
  const { delegation, members, card } = view;
  const text = delegationWords[language];
  if (delegation.submittedAt) {
    const { zone } = card.event;
    const at = `${dayName(dayOf(delegation.submittedAt, zone), language)}, ${timeOf(delegation.submittedAt, zone)}`;
    return <p class="soft">{text.sentAt(at)}</p>;
  }
  if (members.length === 0) return null;
  return (
    <form method="post" class="card">
      <p id="send-hint">{delegation.needsReview ? text.sendHintReview : text.sendHint}</p>
      <button name="do" value="enviar" aria-describedby="send-hint">
        {text.send}
      </button>
    </form>
  );
}

const rowsShown = 3;

function AddForm({ view, language, faults = [], typed = {}, typedRows = 0, mayWait = false }: DelegationPageProps) {
  const text = delegationWords[language];
  const isFull = view.delegation.free === 0;
  const rows = Math.max(Math.min(rowsShown, view.delegation.free), typedRows, 1);
  return (
    <form method="post" id="people">
      <h2>{isFull ? text.wait : text.add}</h2>
      <p class="hint">{isFull ? text.waitHint : text.addHint}</p>
      <SubmissionKey />
      {Array.from({ length: rows }, (_, row) => (
        <fieldset>
          <legend>{text.person(row + 1)}</legend>
          <PersonFields row={row} language={language} typed={typed} faults={faults} />
        </fieldset>
      ))}
      <label class="told">
        <input type="checkbox" name="aviso" value="1" checked={typed['aviso'] === '1'} />
        {text.told} <span class="hint">«{currentText('registration').words[language]}»</span>
      </label>
      {!isFull && (
        <button name="do" value="agregar" class="second">
          {text.addButton}
        </button>
      )}
      {(isFull || mayWait) && (
        <button name="do" value="esperar" class={isFull ? undefined : 'quiet'}>
          {text.waitButton}
        </button>
      )}
    </form>
  );
}
