import type { Outlook } from '../bound.js';
import type { Instance } from '../instance.js';
import { FALSE, type Clauses } from './clauses.js';
import type { MeetingSlots } from './meeting-slots.js';

/**
 * Two meetings of one attendee whose other parties meet nobody else and may come at the same slots can change places in any
 * timetable. One order of the two is enough, so the other need not be searched.
 */
export function orderTwins(clauses: Clauses, instance: Instance, slotsOf: MeetingSlots, outlook: Outlook): void {
  for (const twins of twinsOf(instance, outlook)) {
    for (let i = 1; i < twins.length; i++) {
      const [first, second] = [twins[i - 1], twins[i]];
      const earlier: number[] = [];
      for (let slot = 0; slot < instance.slots; slot++) {
        const late = slotsOf.at(second, slot);
        if (late !== FALSE) clauses.add(-late, ...earlier);
        if (slotsOf.at(first, slot) !== FALSE) earlier.push(slotsOf.at(first, slot));
      }
    }
  }
}

function twinsOf(instance: Instance, outlook: Outlook): number[][] {
  const groups = new Map<string, number[]>();
  for (let m = 0; m < instance.meetings; m++) {
    const hub = hubOf(instance, outlook, m);
    if (hub < 0) continue;
    const row = instance.allowed.subarray(m * instance.slots, (m + 1) * instance.slots);
    const key = `${hub} ${row.join('')}`;
    const group = groups.get(key);
    if (group) group.push(m);
    else groups.set(key, [m]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** The attendee who has other meetings, when that is all but one of two and no order binds the meeting; otherwise -1. */
function hubOf(instance: Instance, outlook: Outlook, m: number): number {
  const { seatStart, candidateStart, candidates, beforeStart, afterStart } = instance;
  const bound = beforeStart[m + 1] > beforeStart[m] || afterStart[m + 1] > afterStart[m];
  if (bound || seatStart[m + 1] - seatStart[m] !== 2) return -1;
  const people = [seatStart[m], seatStart[m] + 1].map((seat) => candidates[candidateStart[seat]]);
  const busy = people.filter((attendee) => outlook.paces[attendee].meetings.length > 1);
  return busy.length === 1 ? busy[0] : -1;
}
