import { breaksOf } from './breaks.js';
import type { Instance } from './instance.js';
import type { Plan, TimetableProblem } from './problem.js';

/** How good a plan is, in the order in which it counts. */
export interface Quality {
  /** Meetings placed, and the sum of their priorities (1 to 1000 each). */
  readonly placed: number;
  readonly priority: number;
  /** Breaks of the attendee who has most. */
  readonly worst: number;
  /** Breaks above what is fair, over all attendees: more than the limit, and more than the attendee must have at least. */
  readonly unfair: number;
  readonly breaks: number;
  /** Slots that people wait through within those breaks. */
  readonly idle: number;
  /** Times that somebody goes to another table or zone from one meeting to the next of the same day. */
  readonly tableChanges: number;
  /** Meetings whose slot is not the one of the published plan. */
  readonly moved: number;
}

const inOrderOfWeight = ['unfair', 'breaks', 'idle', 'tableChanges', 'moved'] as const;

/** Whether the first is better by what counts first among all in which they differ. */
export function isBetterQuality(one: Quality, other: Quality): boolean {
  if (one.priority !== other.priority) return one.priority > other.priority;
  const first = inOrderOfWeight.find((measure) => one[measure] !== other[measure]);
  return first !== undefined && one[first] < other[first];
}

export function qualityOf(instance: Instance, plan: Plan): Quality {
  const { problem } = instance;
  const position = new Map(problem.meetings.map((meeting, m) => [meeting.id, m]));
  const quality = {
    placed: 0,
    priority: 0,
    worst: 0,
    unfair: 0,
    breaks: 0,
    idle: 0,
    tableChanges: tableChanges(problem, plan),
    moved: 0,
  };
  for (const { meeting, slot } of plan.placements) {
    const m = position.get(meeting);
    if (m === undefined) continue;
    quality.placed += 1;
    quality.priority += instance.priority[m];
    if (instance.published[m] >= 0 && instance.published[m] !== slot) quality.moved += 1;
  }
  const fair = new Map(instance.attendeeIds.map((id, attendee) => [id, instance.fair[attendee]]));
  for (const [attendee, slots] of slotsByAttendee(plan)) {
    const { breaks, idle } = breaksOf(slots, instance.dayOf);
    quality.unfair += Math.max(0, breaks - (fair.get(attendee) ?? instance.fairness));
    quality.worst = Math.max(quality.worst, breaks);
    quality.breaks += breaks;
    quality.idle += idle;
  }
  return quality;
}

function slotsByAttendee(plan: Plan): Map<string, number[]> {
  const slots = new Map<string, number[]>();
  for (const { slot, attendees } of plan.placements) {
    for (const attendee of attendees) {
      const own = slots.get(attendee);
      if (own) own.push(slot);
      else slots.set(attendee, [slot]);
    }
  }
  return slots;
}

function tableChanges(problem: TimetableProblem, plan: Plan): number {
  const last = new Map<string, { day: number; place: string }>();
  let changes = 0;
  for (const { slot, attendees, zone, table } of [...plan.placements].sort((one, other) => one.slot - other.slot)) {
    if (zone === undefined) continue;
    const here = { day: problem.slots[slot].day, place: `${zone} ${table}` };
    for (const attendee of attendees) {
      const before = last.get(attendee);
      if (before && before.day === here.day && before.place !== here.place) changes += 1;
      last.set(attendee, here);
    }
  }
  return changes;
}
