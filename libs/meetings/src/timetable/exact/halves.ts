import type { Pace } from '../bound.js';
import type { Instance } from '../instance.js';
import { FALSE, TRUE, type Clauses } from './clauses.js';
import { atLeast, count } from './count.js';
import type { AttendeeDay } from './attendee-day.js';
import type { MeetingSlots } from './meeting-slots.js';

/**
 * A first, coarse decision for each meeting: before or after noon (and before or after each night). The attendee's counter
 * at that border then says how many of the meetings went where, so that the solver may settle halves before slots. What may be
 * left out is before noon only where it is placed then.
 */
export function decideHalves(
  clauses: Clauses,
  instance: Instance,
  slotsOf: MeetingSlots,
  days: readonly AttendeeDay[],
  paces: readonly Pace[],
  optional: Uint8Array,
): void {
  for (const border of bordersOf(instance)) {
    const early = Array.from({ length: instance.meetings }, (_, m) =>
      optional[m] ? clauses.either(slotsOf.between(m, 0, border)) : beforeBorder(clauses, instance, slotsOf, m, border),
    );
    days.forEach((day, p) => {
      const own = paces[p].meetings.map((m) => early[m]);
      if (own.length < 2 || own.every((literal) => Math.abs(literal) === TRUE)) return;
      const number = count(clauses, own, own.length, 'exact');
      for (let k = 1; k <= own.length; k++) {
        clauses.add(-atLeast(number, k), atLeast(day.reached[border - 1], k));
        clauses.add(atLeast(number, k), -atLeast(day.reached[border - 1], k));
      }
    });
  }
}

/** The slots at which an afternoon or another day begins. */
function bordersOf({ problem, slots }: Instance): number[] {
  const borders: number[] = [];
  for (let slot = 1; slot < slots; slot++) {
    const { day, half } = problem.slots[slot];
    const before = problem.slots[slot - 1];
    if (day !== before.day || half !== before.half) borders.push(slot);
  }
  return borders;
}

function beforeBorder(
  clauses: Clauses,
  instance: Instance,
  slotsOf: MeetingSlots,
  meeting: number,
  border: number,
): number {
  const early = slotsOf.between(meeting, 0, border);
  const late = slotsOf.between(meeting, border, instance.slots);
  if (late.length === 0) return TRUE;
  if (early.length === 0) return FALSE;
  const isEarly = clauses.variable();
  for (const literal of early) clauses.add(-literal, isEarly);
  for (const literal of late) clauses.add(-literal, -isEarly);
  return isEarly;
}
