import { compile } from './compile.js';
import type { Instance } from './instance.js';
import { crowdedMeetings } from './hall.js';
import { precedenceCycle, latestAndEarliest } from './precedence.js';
import type { Meeting, TimetableProblem } from './problem.js';

/** Why not all can be placed, known before any search. Ids and slot positions are the problem's own. */
export type Contradiction =
  | { readonly code: 'NO_SLOTS' | 'NO_TABLES' }
  | {
      readonly code: 'MEETING_WITH_ONESELF' | 'TOO_FEW_SIDES' | 'NO_COMMON_SLOT' | 'CHAIN_TOO_LONG';
      readonly meeting: string;
    }
  | { readonly code: 'FIXED_AT_FORBIDDEN'; readonly meeting: string; readonly slot: number }
  | { readonly code: 'PRECEDENCE_CYCLE'; readonly meetings: readonly string[] }
  | {
      /** These meetings of one attendee share fewer slots than they are. */
      readonly code: 'TOO_MANY_MEETINGS';
      readonly attendee: string;
      readonly meetings: readonly string[];
      readonly slots: readonly number[];
    }
  | { readonly code: 'OVER_CAP'; readonly party: string; readonly meetings: number; readonly cap: number }
  | { readonly code: 'TOO_FEW_PLACES'; readonly meetings: number; readonly places: number }
  | { readonly code: 'TOO_MANY_FIXED'; readonly slot: number; readonly meetings: number; readonly tables: number };

/** Every contradiction that can be found without a search, most telling first; empty when none was found. */
export function contradictionsOf(problem: TimetableProblem, compiled?: Instance): Contradiction[] {
  if (problem.slots.length === 0) return [{ code: 'NO_SLOTS' }];
  const instance = compiled ?? compile(problem);
  if (instance.tables.every((tables) => tables === 0)) return [{ code: 'NO_TABLES' }];
  const lone = problem.meetings.flatMap((meeting, m) => ofMeeting(instance, meeting, m));
  return [...lone, ...ofOrder(instance), ...ofAttendees(instance), ...ofCaps(problem), ...ofPlaces(instance)];
}

function ofMeeting(instance: Instance, meeting: Meeting, m: number): Contradiction[] {
  const parties = new Set(meeting.sides.map((side) => side.party));
  if (meeting.sides.length > parties.size) return [{ code: 'MEETING_WITH_ONESELF', meeting: meeting.id }];
  if (parties.size < 2) return [{ code: 'TOO_FEW_SIDES', meeting: meeting.id }];
  if (domainOf(instance, m).length > 0) return [];
  if (meeting.fixedSlot !== undefined) {
    return [{ code: 'FIXED_AT_FORBIDDEN', meeting: meeting.id, slot: meeting.fixedSlot }];
  }
  return [{ code: 'NO_COMMON_SLOT', meeting: meeting.id }];
}

/** Slots that the meeting's own rules allow. */
export function domainOf(instance: Instance, meeting: number): number[] {
  const from = meeting * instance.slots;
  const slots: number[] = [];
  for (let slot = 0; slot < instance.slots; slot++) if (instance.allowed[from + slot]) slots.push(slot);
  return slots;
}

function ofOrder(instance: Instance): Contradiction[] {
  const ids = instance.problem.meetings.map((meeting) => meeting.id);
  const cycle = precedenceCycle(instance);
  if (cycle) return [{ code: 'PRECEDENCE_CYCLE', meetings: cycle.map((m) => ids[m]) }];
  const { earliest, latest } = latestAndEarliest(instance);
  return ids.flatMap((meeting, m) =>
    earliest[m] > latest[m] && domainOf(instance, m).length > 0 ? [{ code: 'CHAIN_TOO_LONG', meeting } as const] : [],
  );
}

function ofAttendees(instance: Instance): Contradiction[] {
  const ids = instance.problem.meetings.map((meeting) => meeting.id);
  return crowdedMeetings(instance).map(({ attendee, meetings, slots }) => ({
    code: 'TOO_MANY_MEETINGS',
    attendee: instance.attendeeIds[attendee],
    meetings: meetings.map((m) => ids[m]),
    slots,
  }));
}

function ofCaps(problem: TimetableProblem): Contradiction[] {
  const count = new Map<string, number>();
  for (const { sides } of problem.meetings) {
    for (const { party } of sides) count.set(party, (count.get(party) ?? 0) + 1);
  }
  return problem.parties.flatMap(({ id, cap }) => {
    const meetings = count.get(id) ?? 0;
    return cap !== undefined && meetings > cap ? [{ code: 'OVER_CAP', party: id, meetings, cap } as const] : [];
  });
}

function ofPlaces(instance: Instance): Contradiction[] {
  const { problem, tables } = instance;
  const places = tables.reduce((sum, count) => sum + count, 0);
  const found: Contradiction[] = [];
  if (instance.meetings > places) found.push({ code: 'TOO_FEW_PLACES', meetings: instance.meetings, places });
  const fixed = new Int32Array(instance.slots);
  for (const { fixedSlot } of problem.meetings) if (fixedSlot !== undefined) fixed[fixedSlot] += 1;
  fixed.forEach((meetings, slot) => {
    if (meetings > tables[slot]) found.push({ code: 'TOO_MANY_FIXED', slot, meetings, tables: tables[slot] });
  });
  return found;
}
