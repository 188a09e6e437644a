import type { TimetableProblem } from './problem.js';

/**
 * The problem as the search reads it: positions instead of ids, typed arrays instead of objects. An *attendee* is one pair
 * of feet: a person, or a member of a team. A *seat* is one attendee of one meeting; most seats have one candidate, the
 * seat of "any member" has the whole team. Lists of lists are flat: the list of `i` runs from `start[i]` to `start[i + 1]`.
 */
export interface Instance {
  readonly problem: TimetableProblem;
  readonly slots: number;
  readonly meetings: number;
  readonly attendees: number;
  readonly attendeeIds: readonly string[];
  /** Days are renumbered from 0. */
  readonly days: number;
  readonly dayOf: Int32Array;
  /** Tables per slot, all zones together. */
  readonly tables: Int32Array;
  /** Position of the only zone in which a meeting may be, -1 for any; and the tables of each zone: [slot * zones + zone]. */
  readonly zoneOf: Int32Array;
  readonly zoneTables: Int32Array;
  /** True when some meeting may be in one zone only. */
  readonly zoned: boolean;
  /** 1 where the meeting's own rules (fixed, forbidden, half-day, persons who must come) allow the slot: [meeting * slots + slot]. */
  readonly allowed: Uint8Array;
  /** 1 where the attendee is there and has no session: [attendee * slots + slot]. */
  readonly free: Uint8Array;
  readonly seatStart: Int32Array;
  readonly candidateStart: Int32Array;
  readonly candidates: Int32Array;
  /** Meetings that must be over before, and that may only begin after: by meeting. */
  readonly beforeStart: Int32Array;
  readonly before: Int32Array;
  readonly afterStart: Int32Array;
  readonly after: Int32Array;
  /** 1 to 1000. */
  readonly priority: Int32Array;
  /** The most meetings of each attendee. */
  readonly caps: Int32Array;
  /** The most meetings of each capped team, and the capped teams of each meeting. */
  readonly teamCaps: Int32Array;
  readonly teamStart: Int32Array;
  readonly teams: Int32Array;
  /** True when every seat has one candidate: then the exact solver's proofs hold for the whole problem. */
  readonly staffed: boolean;
  /** The most breaks that one attendee may have. */
  readonly fairness: number;
  /** The fewest breaks that each attendee can have if all are placed; Infinity where the attendee's own do not fit. */
  readonly fewest: Float64Array;
  /** The most for each attendee: somebody whose free slots lie so that more cannot be helped may have those. */
  readonly fair: Int32Array;
  /** Slot of each meeting in the published plan, -1 where there is none. */
  readonly published: Int32Array;
}

/** What belongs to each of `count` owners, in the order told, as one flat array and the start of each list. */
export function grouped(
  pairs: readonly (readonly [owner: number, item: number])[],
  count: number,
): { start: Int32Array; items: Int32Array } {
  const start = new Int32Array(count + 1);
  for (const [owner] of pairs) start[owner + 1] += 1;
  for (let owner = 0; owner < count; owner++) start[owner + 1] += start[owner];
  const next = start.slice();
  const items = new Int32Array(pairs.length);
  for (const [owner, item] of pairs) items[next[owner]++] = item;
  return { start, items };
}

/**
 * The same without the names, for a thread that searches: it thinks in positions, and names by the ten thousand take longer
 * to hand over than a first timetable to find.
 */
export function withoutNames(instance: Instance): Instance {
  const { slots, zones } = instance.problem;
  return { ...instance, attendeeIds: [], problem: { slots, zones, parties: [], meetings: [] } };
}
