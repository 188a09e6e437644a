import type { Outlook } from '../bound.js';
import type { Instance } from '../instance.js';
import { FALSE, type Clauses } from './clauses.js';
import type { MeetingSlots } from './meeting-slots.js';

/**
 * Two meetings of one attendee whose other parties meet nobody else and may come at the same slots can change places in any
 * timetable. One order of the two is enough, so the other need not be searched. Where only one of them is held, it is the
 * first: they must weigh the same for that, and be counted by the same caps.
 */
export function orderTwins(
  clauses: Clauses,
  instance: Instance,
  slotsOf: MeetingSlots,
  outlook: Outlook,
  optional: Uint8Array,
): void {
  for (const twins of twinsOf(instance, outlook, optional)) {
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

function twinsOf(instance: Instance, outlook: Outlook, optional: Uint8Array): number[][] {
  const groups = new Map<string, number[]>();
  for (let m = 0; m < instance.meetings; m++) {
    const hub = hubOf(instance, outlook, m);
    if (hub < 0) continue;
    const row = instance.allowed.subarray(m * instance.slots, (m + 1) * instance.slots);
    const chosen = optional.includes(1) ? standingOf(instance, m) : '';
    const key = `${hub} ${row.join('')} ${instance.zoneOf[m]} ${chosen}`;
    const group = groups.get(key);
    if (group) group.push(m);
    else groups.set(key, [m]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** What decides besides the slots which of two meetings can be left out. */
function standingOf(
  { priority, caps, teamStart, teams, seatStart, candidateStart, candidates }: Instance,
  m: number,
): string {
  const capped = [seatStart[m], seatStart[m] + 1].some((seat) => caps[candidates[candidateStart[seat]]] === 0);
  return `${priority[m]} ${capped} ${teams.subarray(teamStart[m], teamStart[m + 1]).join(',')}`;
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
