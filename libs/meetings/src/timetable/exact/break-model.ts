import { fewestBreaks, outlookOf, type Outlook } from '../bound.js';
import type { Instance } from '../instance.js';
import type { Omissions } from '../omissions.js';
import { AttendeeDay } from './attendee-day.js';
import { Clauses } from './clauses.js';
import { limitOmissions } from './core-limits.js';
import { atLeast, sum, type Unary } from './count.js';
import { decideHalves } from './halves.js';
import { MeetingSlots } from './meeting-slots.js';
import { capQuotas, keepQuotas } from './quotas.js';
import { orderTwins } from './twins.js';
import { limitBusyPeople, limitTables } from './slot-load.js';

/** "Is there a timetable that places as much as can be with at most so many breaks?", as clauses with the number left open. */
export interface BreakModel {
  readonly clauses: Clauses;
  readonly slotsOf: MeetingSlots;
  /** To be assumed: nobody has more breaks than is fair. */
  readonly fair: number;
  /** To be assumed: at most so many breaks in all. Known up to one below `limit`. */
  atMost(breaks: number): number;
}

/**
 * `limit`: no more breaks than this are ever asked about, for a plan with so many is at hand. `omissions`: what may be left out
 * where not all can be placed.
 */
export function breakModel(instance: Instance, limit: number, omissions: Omissions): BreakModel {
  const clauses = new Clauses();
  const { optional } = omissions;
  const outlook = outlookOf(instance, omissions);
  const slotsOf = new MeetingSlots(clauses, instance, outlook);
  const placed = slotsOf.place(optional);
  slotsOf.onceEach();
  slotsOf.keepOrder((m) => placed[m]);
  const days = daysOf(clauses, instance, outlook, slotsOf);
  limitTables(clauses, instance, slotsOf);
  const busy = days.map((day) => day.busy);
  limitBusyPeople(clauses, instance, busy, instance.meetings - omissions.mostOf([...placed.keys()]));
  decideHalves(clauses, instance, slotsOf, days, outlook.paces, optional);
  orderTwins(clauses, instance, slotsOf, outlook, optional);
  keepQuotas(clauses, capQuotas(instance), placed);
  limitOmissions(clauses, omissions, placed);
  const fair = clauses.variable();
  days.forEach(({ breaks }, p) => clauses.add(-fair, -atLeast(breaks, instance.fair[p] + 1)));
  const breaks = days.map((day) => day.breaks);
  const total = sum(clauses, breaks, limit, 'up');
  return { clauses, slotsOf, fair, atMost: (most) => bound(total, most) };
}

function daysOf(clauses: Clauses, instance: Instance, outlook: Outlook, slotsOf: MeetingSlots): AttendeeDay[] {
  const fewest = fewestBreaks(instance, outlook);
  return outlook.paces.map((pace, p) => {
    const limits = { fewest: fewest[p], fair: instance.fair[p] };
    return new AttendeeDay(clauses, instance, pace, slotsOf, limits);
  });
}

function bound(total: Unary, breaks: number): number {
  return -atLeast(total, breaks + 1);
}
