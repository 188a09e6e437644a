import { dayName, overlaps, timeOf, type Language, type TimeSlot } from '#kernel';
import type { PartyMeeting } from '#meetings';
import { ErrorSummary, type FormFault } from '../frame/form.js';
import { byDay, slotValue } from './meeting-times.js';
import type { PartyView } from './meeting-views.js';
import { meetingWords } from './meeting-words.js';
import { BackLink, PartyFrame } from './party-frame.js';

/** The prefix of the checkboxes' names; the slot's wall-clock start follows. */
export const freePrefix = 'libre-';

export interface AvailabilityPageProps {
  readonly view: PartyView;
  readonly language: Language;
  readonly path: string;
  readonly slots: readonly TimeSlot[];
  readonly meetings: readonly PartyMeeting[];
  /** Slots that the party keeps free, by the value that names them. */
  readonly unavailable: ReadonlySet<string>;
  readonly faults?: readonly FormFault[];
}

/** Every slot with a tick when it is available; one with a meeting cannot be unticked. */
export function AvailabilityPage(props: AvailabilityPageProps) {
  const { view, language, path, slots, faults = [] } = props;
  const text = meetingWords[language];
  return (
    <PartyFrame view={view} language={language} heading={text.availability} query="disponibilidad=1" faults={faults}>
      <BackLink language={language} path={path} />
      <ErrorSummary faults={faults} language={language} />
      <p>{text.availabilityHint}</p>
      <form method="post" id="slots">
        {byDay(slots, view.card.event.zone).map(({ day, rows }) => (
          <fieldset>
            <legend>{dayName(day, language)}</legend>
            <div class="slots">
              {rows.map((slot) => (
                <SlotTick slot={slot} {...props} />
              ))}
            </div>
          </fieldset>
        ))}
        <button name="do" value="disponibilidad">
          {text.save}
        </button>
      </form>
    </PartyFrame>
  );
}

function SlotTick({ slot, view, language, meetings, unavailable }: AvailabilityPageProps & { slot: TimeSlot }) {
  const { zone } = view.card.event;
  const value = slotValue(slot.startsAt, zone);
  const meeting = meetings.find((one) => one.state === 'scheduled' && overlaps(one, slot));
  return (
    <label>
      <input
        type="checkbox"
        name={freePrefix + value}
        value="1"
        checked={meeting !== undefined || !unavailable.has(value)}
        disabled={meeting !== undefined}
      />
      <span>
        {timeOf(slot.startsAt, zone)}
        {meeting && (
          <>
            <br />
            <small class="soft">{meetingWords[language].busyWith(meeting.otherPartyName)}</small>
          </>
        )}
      </span>
    </label>
  );
}
