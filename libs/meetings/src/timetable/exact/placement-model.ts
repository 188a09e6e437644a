import type { Instance } from '../instance.js';
import { meetingsByAttendee } from '../hall.js';
import { Clauses } from './clauses.js';
import { weigh } from './count.js';
import { MeetingSlots } from './meeting-slots.js';
import { limitTables } from './slot-load.js';

/** "Is there a timetable that leaves out priority of at most so much?", breaks aside. */
export interface PlacementModel {
  readonly clauses: Clauses;
  readonly slotsOf: MeetingSlots;
  /** To be assumed: the priority left out is at most this. Known up to one below `limit`. */
  leavesOut(priority: number): number;
  /** The least sum above this one that can be left out at all. */
  next(priority: number): number;
}

/** `limit`: a plan that leaves out so much is at hand. */
export function placementModel(instance: Instance, limit: number): PlacementModel {
  const { meetings, slots } = instance;
  const clauses = new Clauses();
  const anySlot = { earliest: new Int32Array(meetings), latest: new Int32Array(meetings).fill(slots - 1) };
  const slotsOf = new MeetingSlots(clauses, instance, anySlot);
  slotsOf.onceEach();
  const placed = Array.from({ length: meetings }, (_, m) => clauses.either(slotsOf.of(m)));
  slotsOf.keepOrder((m) => placed[m]);
  apart(clauses, instance, slotsOf);
  limitTables(clauses, instance, slotsOf);
  capMeetings(clauses, instance, placed);
  const left = placed.map((literal, m) => ({ literal: -literal, weight: instance.priority[m] }));
  const sums = weigh(clauses, left, limit);
  const inOrder = [...sums.keys()].sort((a, b) => a - b);
  const above = (priority: number): number => inOrder.find((sum) => sum > priority) ?? limit;
  return { clauses, slotsOf, next: above, leavesOut: (priority) => -sums.get(above(priority))! };
}

function apart(clauses: Clauses, instance: Instance, slotsOf: MeetingSlots): void {
  for (const meetings of meetingsByAttendee(instance)) {
    for (let slot = 0; slot < instance.slots; slot++) {
      clauses.atMostOne(meetings.map((m) => slotsOf.at(m, slot)).filter((literal) => literal > -(1 << 30)));
    }
  }
}

function capMeetings(clauses: Clauses, instance: Instance, placed: readonly number[]): void {
  const atMost = (meetings: readonly number[], cap: number): void => {
    if (meetings.length <= cap) return;
    const counted = weigh(
      clauses,
      meetings.map((m) => ({ literal: placed[m], weight: 1 })),
      cap + 1,
    );
    clauses.add(-counted.get(cap + 1)!);
  };
  meetingsByAttendee(instance).forEach((meetings, attendee) => atMost(meetings, instance.caps[attendee]));
  const ofTeam = Array.from(instance.teamCaps, () => [] as number[]);
  for (let m = 0; m < instance.meetings; m++) {
    for (let i = instance.teamStart[m]; i < instance.teamStart[m + 1]; i++) ofTeam[instance.teams[i]].push(m);
  }
  ofTeam.forEach((meetings, team) => atMost(meetings, instance.teamCaps[team]));
}
