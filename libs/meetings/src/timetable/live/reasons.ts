import type { Attendee, Meeting, TimetableProblem } from '../problem.js';
import type { LivePlan } from './live-plan.js';

/** Why a meeting cannot be at a slot as things stand. */
export type Reason =
  | { readonly code: 'FIXED_ELSEWHERE'; readonly slot: number }
  /** With oneself, or of one party alone. */
  | { readonly code: 'CANNOT_BE_HELD' }
  | { readonly code: 'FORBIDDEN' | 'OTHER_HALF' }
  | { readonly code: 'AWAY'; readonly who: string }
  | { readonly code: 'IN_SESSION'; readonly who: string; readonly session: string }
  /** `who` is in another meeting then. */
  | { readonly code: 'BUSY'; readonly who: string; readonly meeting: string }
  | { readonly code: 'NO_TABLE'; readonly tables: number }
  | { readonly code: 'TOO_FAR' }
  | { readonly code: 'MUST_COME_AFTER' | 'MUST_COME_BEFORE'; readonly meeting: string }
  | { readonly code: 'OVER_CAP'; readonly who: string; readonly cap: number };

/** All reasons against a slot; empty when the meeting fits there. */
export function reasonsAgainst(live: LivePlan, m: number, slot: number): Reason[] {
  const meeting = live.problem.meetings[m];
  const parties = new Set(meeting.sides.map(({ party }) => party));
  if (parties.size < 2 || parties.size < meeting.sides.length) return [{ code: 'CANNOT_BE_HELD' }];
  live.timetable.staffFor(m, slot);
  const reasons = [
    ...ofRules(live.problem, meeting, slot),
    ...ofPeople(live, m, meeting, slot),
    ...ofOrder(live, m, slot),
    ...ofCaps(live, m, meeting),
    ...ofTables(live, m, slot),
  ];
  return reasons.length === 0 && !fitsWithTable(live, m, slot) ? [{ code: 'TOO_FAR' }] : reasons;
}

function ofRules({ slots }: TimetableProblem, meeting: Meeting, slot: number): Reason[] {
  const { fixedSlot, forbiddenSlots, half } = meeting;
  return [
    ...(fixedSlot !== undefined && fixedSlot !== slot ? [{ code: 'FIXED_ELSEWHERE', slot: fixedSlot } as const] : []),
    ...(forbiddenSlots?.includes(slot) ? [{ code: 'FORBIDDEN' } as const] : []),
    ...(half && slots[slot].half !== half ? [{ code: 'OTHER_HALF' } as const] : []),
  ];
}

function ofPeople(live: LivePlan, m: number, meeting: Meeting, slot: number): Reason[] {
  const { instance, timetable } = live;
  const reasons: Reason[] = [];
  for (let seat = instance.seatStart[m]; seat < instance.seatStart[m + 1]; seat++) {
    const who = instance.attendeeIds[timetable.staff[seat]];
    const people = attendeeAndTeam(live.problem, meeting, who);
    const session = people.flatMap((person) => person.sessions ?? []).find(({ slots }) => slots.includes(slot));
    if (session) reasons.push({ code: 'IN_SESSION', who, session: session.title });
    if (people.some((person) => person.unavailable?.includes(slot))) reasons.push({ code: 'AWAY', who });
    const other = timetable.at[timetable.staff[seat] * instance.slots + slot];
    if (other >= 0 && other !== m) reasons.push({ code: 'BUSY', who, meeting: live.problem.meetings[other].id });
  }
  return reasons;
}

/** The person, and the team when it is a member of one. */
function attendeeAndTeam({ parties }: TimetableProblem, { sides }: Meeting, who: string): Attendee[] {
  const own = parties.filter(({ id }) => sides.some((side) => side.party === id));
  return own.flatMap((party) => {
    const member = party.members?.find(({ id }) => id === who);
    return member ? [party, member] : party.id === who ? [party] : [];
  });
}

function ofOrder({ instance, timetable, problem }: LivePlan, m: number, slot: number): Reason[] {
  const { before, beforeStart, after, afterStart } = instance;
  const { slotOf } = timetable;
  const earlier = before.subarray(beforeStart[m], beforeStart[m + 1]).filter((other) => slotOf[other] >= slot);
  const later = after
    .subarray(afterStart[m], afterStart[m + 1])
    .filter((other) => slotOf[other] >= 0 && slotOf[other] <= slot);
  return [
    ...Array.from(earlier, (other) => ({ code: 'MUST_COME_AFTER', meeting: problem.meetings[other].id }) as const),
    ...Array.from(later, (other) => ({ code: 'MUST_COME_BEFORE', meeting: problem.meetings[other].id }) as const),
  ];
}

function ofCaps({ instance, timetable, problem }: LivePlan, m: number, meeting: Meeting): Reason[] {
  const reasons: Reason[] = [];
  for (let seat = instance.seatStart[m]; seat < instance.seatStart[m + 1]; seat++) {
    const attendee = timetable.staff[seat];
    const cap = instance.caps[attendee];
    if (timetable.count[attendee] >= cap) reasons.push({ code: 'OVER_CAP', who: instance.attendeeIds[attendee], cap });
  }
  const teams = problem.parties.filter(({ id, members }) => members && meeting.sides.some(({ party }) => party === id));
  for (const { id, cap } of teams) {
    if (cap === undefined) continue;
    const placed = problem.meetings.filter(
      ({ sides }, k) => timetable.slotOf[k] >= 0 && sides.some(({ party }) => party === id),
    );
    if (placed.length >= cap) reasons.push({ code: 'OVER_CAP', who: id, cap });
  }
  return reasons;
}

function ofTables({ instance, timetable, problem }: LivePlan, m: number, slot: number): Reason[] {
  const zone = instance.zoneOf[m];
  const inZone = zone < 0 ? Infinity : instance.zoneTables[slot * problem.zones.length + zone];
  if (timetable.load[slot] < instance.tables[slot] && inZone > 0 && timetable.zoneHasRoom(m, slot)) return [];
  return [{ code: 'NO_TABLE', tables: Math.min(inZone, instance.tables[slot]) }];
}

function fitsWithTable(live: LivePlan, m: number, slot: number): boolean {
  if (!live.put(m, slot)) return false;
  live.remove(m);
  return true;
}
