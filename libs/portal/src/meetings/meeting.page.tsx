import { dayName, dayOf, timeOf, type Language } from '#kernel';
import { meetingStateTerms, type MeetingSlot, type PartyMeeting } from '#meetings';
import { ErrorSummary, Field, type FormFault, type Typed } from '../frame/form.js';
import type { PartyView } from './meeting-views.js';
import { meetingWords } from './meeting-words.js';
import { BackLink, PartyFrame } from './party-frame.js';
import { SlotSelect } from './request-cards.js';
import type { ComponentChildren } from 'preact';

export interface MeetingPageProps {
  readonly view: PartyView;
  readonly language: Language;
  readonly path: string;
  readonly meeting: PartyMeeting;
  /** Slots to which it could move. */
  readonly free: readonly MeetingSlot[];
  readonly submission: string;
  readonly typed?: Typed;
  readonly faults?: readonly FormFault[];
}

/** One meeting: move it, cancel it with a reason, or note how it ended. */
export function MeetingPage(props: MeetingPageProps) {
  const { view, language, path, meeting, faults = [] } = props;
  const text = meetingWords[language];
  const heading = text.meetingWith(meeting.otherPartyName);
  const { zone } = view.card.event;
  const hasBegun = meeting.startsAt <= view.now;
  return (
    <PartyFrame view={view} language={language} heading={heading} query={`reunion=${meeting.id}`} faults={faults}>
      <BackLink language={language} path={path} />
      <ErrorSummary faults={faults} language={language} />
      <section class="card next">
        <p class="clock">{timeOf(meeting.startsAt, zone)}</p>
        <p>{dayName(dayOf(meeting.startsAt, zone), language)}</p>
        <p class="seat">
          {text.table} {meeting.tableNumber}
        </p>
        <p>{meeting.topic}</p>
        {meeting.message && <p class="brief">{meeting.message}</p>}
        {meeting.state !== 'scheduled' && <p class="tag">{meetingStateTerms[meeting.state][language]}</p>}
      </section>
      {meeting.state === 'scheduled' && !hasBegun && <MoveForm {...props} />}
      {meeting.state === 'scheduled' && !hasBegun && <CancelForm {...props} />}
      {meeting.state === 'scheduled' && hasBegun && <OutcomeForm {...props} />}
    </PartyFrame>
  );
}

function MoveForm(props: MeetingPageProps) {
  const { view, language, free, typed = {}, faults = [] } = props;
  const text = meetingWords[language];
  if (free.length === 0) return null;
  return (
    <MeetingForm {...props}>
      <h2>{text.move}</h2>
      <p class="hint">{text.moveHint}</p>
      <SlotSelect
        {...{ view, language, free, faults }}
        name="turno"
        id="turno"
        label={text.moveTo}
        chosen={typed['turno']}
      />
      <div>
        <button name="do" value="mover">
          {text.moveButton}
        </button>
      </div>
    </MeetingForm>
  );
}

function CancelForm(props: MeetingPageProps) {
  const { language, typed = {}, faults = [] } = props;
  const text = meetingWords[language];
  return (
    <MeetingForm {...props}>
      <h2>{text.cancel}</h2>
      <Field
        name="motivo"
        label={text.reason}
        hint={text.cancelHint}
        input={{ maxLength: 500, required: true }}
        {...{ language, typed, faults }}
      />
      <button name="do" value="cancelar" class="quiet">
        {text.cancelButton}
      </button>
    </MeetingForm>
  );
}

function OutcomeForm(props: MeetingPageProps) {
  const text = meetingWords[props.language];
  return (
    <MeetingForm {...props}>
      <h2>{text.outcome}</h2>
      <button name="do" value="realizada">
        {text.held}
      </button>
      <button name="do" value="ausente" class="quiet">
        {text.missed(props.meeting.otherPartyName)}
      </button>
    </MeetingForm>
  );
}

function MeetingForm({ meeting, submission, children }: MeetingPageProps & { children?: ComponentChildren }) {
  return (
    <form method="post" class="card">
      <input type="hidden" name="reunion" value={meeting.id} />
      <input type="hidden" name="version" value={meeting.version} />
      <input type="hidden" name="submission" value={submission} />
      {children}
    </form>
  );
}
