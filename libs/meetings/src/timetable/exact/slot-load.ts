import { meetingsByAttendee } from '../hall.js';
import type { Instance } from '../instance.js';
import { FALSE, type Clauses } from './clauses.js';
import { atLeast, count } from './count.js';
import type { MeetingSlots } from './meeting-slots.js';

/** No slot holds more meetings than tables. Meetings of one attendee exclude each other, so a group of them counts once. */
export function limitTables(clauses: Clauses, instance: Instance, slotsOf: MeetingSlots): void {
  if (instance.zoned) limitZones(clauses, instance, slotsOf);
  const groups = exclusiveGroups(instance);
  for (let slot = 0; slot < instance.slots; slot++) {
    const used = groups.map((group) => clauses.either(group.map((m) => slotsOf.at(m, slot))));
    const tables = instance.tables[slot];
    const open = used.filter((literal) => literal !== FALSE);
    if (open.length <= tables) continue;
    clauses.add(-atLeast(count(clauses, open, tables + 1, 'up'), tables + 1));
  }
}

/** Meetings that may be in one zone only cannot be more at a slot than its tables. */
function limitZones(clauses: Clauses, instance: Instance, slotsOf: MeetingSlots): void {
  const { zoneOf, zoneTables, slots, problem } = instance;
  problem.zones.forEach((_, zone) => {
    const bound = [...zoneOf.keys()].filter((m) => zoneOf[m] === zone);
    for (let slot = 0; slot < slots; slot++) {
      const tables = zoneTables[slot * problem.zones.length + zone];
      const here = bound.map((m) => slotsOf.at(m, slot)).filter((literal) => literal !== FALSE);
      if (here.length > tables) clauses.add(-atLeast(count(clauses, here, tables + 1, 'up'), tables + 1));
    }
  });
}

/**
 * When every meeting has two people, a slot with n meetings keeps 2n of them busy: even, at most two for each table, and at
 * least what the other slots together cannot take of `sure` meetings.
 */
export function limitBusyPeople(
  clauses: Clauses,
  instance: Instance,
  busy: readonly (readonly number[])[],
  sure: number,
): void {
  const { seatStart, meetings, tables, slots } = instance;
  for (let m = 0; m < meetings; m++) if (seatStart[m + 1] - seatStart[m] !== 2) return;
  const places = tables.reduce((sum, one) => sum + one, 0);
  for (let slot = 0; slot < slots; slot++) {
    const here = busy.map((ofAttendee) => ofAttendee[slot]).filter((literal) => literal !== FALSE);
    const most = 2 * tables[slot];
    const number = count(clauses, here, most + 1, 'exact');
    clauses.add(-atLeast(number, most + 1));
    const least = 2 * Math.max(0, sure - (places - tables[slot]));
    if (least > 0) clauses.add(atLeast(number, least));
    for (let k = 1; k <= most; k += 2) clauses.add(-atLeast(number, k), atLeast(number, k + 1));
  }
}

/** Every meeting in one group; those of a group share an attendee. The busiest attendees first make few groups. */
function exclusiveGroups(instance: Instance): number[][] {
  const open = new Set(Array.from({ length: instance.meetings }, (_, m) => m));
  const groups: number[][] = [];
  const own = meetingsByAttendee(instance);
  while (open.size > 0) {
    let best: number[] = [];
    for (const meetings of own) {
      const left = meetings.filter((m) => open.has(m));
      if (left.length > best.length) best = left;
    }
    if (best.length === 0) best = [open.values().next().value!];
    best.forEach((m) => open.delete(m));
    groups.push(best);
  }
  return groups;
}
