import { outlookOf } from '../bound.js';
import type { Instance } from '../instance.js';
import { AttendeeDay } from './attendee-day.js';
import { Clauses, TRUE } from './clauses.js';
import { atLeast, sum, type Unary } from './count.js';
import { decideHalves } from './halves.js';
import { MeetingSlots } from './meeting-slots.js';
import { orderTwins } from './twins.js';
import { limitBusyPeople, limitTables } from './slot-load.js';

/** "Is there a timetable that places all with at most so many breaks?", as clauses with the number left open. */
export interface BreakModel {
  readonly clauses: Clauses;
  readonly slotsOf: MeetingSlots;
  /** To be assumed: nobody has more breaks than is fair. */
  readonly fair: number;
  /** To be assumed: at most so many breaks in all. Known up to one below `limit`. */
  atMost(breaks: number): number;
}

/** `limit`: no more breaks than this are ever asked about, for a plan with so many is at hand. */
export function breakModel(instance: Instance, limit: number): BreakModel {
  const clauses = new Clauses();
  const outlook = outlookOf(instance);
  const slotsOf = new MeetingSlots(clauses, instance, outlook);
  slotsOf.placeAll();
  slotsOf.onceEach();
  slotsOf.keepOrder(() => TRUE);
  const days = outlook.paces.map((pace, p) => new AttendeeDay(clauses, instance, pace, slotsOf, instance.fewest[p]));
  limitTables(clauses, instance, slotsOf);
  limitBusyPeople(
    clauses,
    instance,
    days.map((day) => day.busy),
  );
  decideHalves(clauses, instance, slotsOf, days, outlook.paces);
  orderTwins(clauses, instance, slotsOf, outlook);
  const fair = clauses.variable();
  days.forEach(({ breaks }, p) => clauses.add(-fair, -atLeast(breaks, instance.fair[p] + 1)));
  const total = sum(
    clauses,
    days.map((day) => day.breaks),
    limit,
    'up',
  );
  return { clauses, slotsOf, fair, atMost: (breaks) => bound(total, breaks) };
}

function bound(total: Unary, breaks: number): number {
  return -atLeast(total, breaks + 1);
}
