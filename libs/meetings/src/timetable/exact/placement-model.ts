import { meetingsByAttendee } from '../hall.js';
import type { Instance } from '../instance.js';
import { Clauses, FALSE } from './clauses.js';
import { atLeast, count, type Unary } from './count.js';
import { MeetingSlots } from './meeting-slots.js';
import { capQuotas, keepQuotas, roomQuotas, type Quota } from './quotas.js';
import { limitTables } from './slot-load.js';

/** What can be placed at all, breaks aside. */
export interface PlacementModel {
  readonly clauses: Clauses;
  readonly slotsOf: MeetingSlots;
  /** "Is placed", by meeting; known to be false where it has no slot. */
  readonly placed: readonly number[];
  readonly quotas: readonly Quota[];
}

export function placementModel(instance: Instance): PlacementModel {
  const { meetings, slots } = instance;
  const clauses = new Clauses();
  const anySlot = { earliest: new Int32Array(meetings), latest: new Int32Array(meetings).fill(slots - 1) };
  const slotsOf = new MeetingSlots(clauses, instance, anySlot);
  slotsOf.onceEach();
  const placed = Array.from({ length: meetings }, (_, m) => clauses.either(slotsOf.of(m)));
  slotsOf.keepOrder((m) => placed[m]);
  apart(clauses, instance, slotsOf);
  limitTables(clauses, instance, slotsOf);
  const quotas = [...capQuotas(instance), ...roomQuotas(instance)];
  keepQuotas(clauses, quotas, placed);
  return { clauses, slotsOf, placed, quotas };
}

function apart(clauses: Clauses, instance: Instance, slotsOf: MeetingSlots): void {
  for (const meetings of meetingsByAttendee(instance)) {
    for (let slot = 0; slot < instance.slots; slot++) {
      clauses.atMostOne(meetings.map((m) => slotsOf.at(m, slot)).filter((literal) => literal !== FALSE));
    }
  }
}

/**
 * Implied, and many: by each slot every attendee has held so many of the meetings that remain to them, at most one more than by
 * the slot before. Without that solvers do not see that meetings which must be over by noon are more than the slots before it.
 */
export function keepPace(instance: Instance, { clauses, slotsOf }: PlacementModel): void {
  for (const own of meetingsByAttendee(instance)) {
    let before: Unary = [];
    for (let slot = 0; own.length > 1 && slot < instance.slots; slot++) {
      const busy = clauses.either(own.map((m) => slotsOf.at(m, slot)));
      const by = own.map((m) => slotsOf.by(m)[slot]);
      const held = count(clauses, by, own.length, 'exact');
      for (let k = 1; k <= own.length; k++) {
        clauses.add(-atLeast(before, k), atLeast(held, k));
        clauses.add(-atLeast(held, k), atLeast(before, k), busy);
        clauses.add(-atLeast(held, k), atLeast(before, k - 1));
      }
      before = held;
    }
  }
}
