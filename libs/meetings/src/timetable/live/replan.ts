import { compile } from '../compile.js';
import type { Instance } from '../instance.js';
import type { Placement, Plan, TimetableProblem } from '../problem.js';
import type { Move } from './best-slot.js';
import { LivePlan } from './live-plan.js';
import { Rearrangement } from './rearrangement.js';

export interface ReplanOptions {
  /** Meetings before this slot have begun or are over: they stay, and nothing is put there. 0 when absent. */
  readonly firstOpenSlot?: number;
  /** Ids of meetings that may move for the sake of others. All that have not begun, when absent. */
  readonly mayMove?: readonly string[];
  /** How many breaks one moved meeting weighs. 1 when absent; 0 moves freely, a large number hardly ever. */
  readonly costPerMove?: number;
}

/** A new plan and how it differs from the old one. Nothing is applied: the difference can be shown first. */
export interface Replan {
  readonly plan: Plan;
  /** Meetings that today's rules do not allow where they were, and have another place. */
  readonly replaced: readonly Move[];
  /** Meetings that were not disturbed and move for the sake of others: at most two for each replaced one. */
  readonly moved: readonly Move[];
  /** Disturbed meetings without a place, and their old slot. */
  readonly unplaced: readonly { readonly meeting: string; readonly from: number }[];
  /** Placements of meetings that are no longer in the problem. */
  readonly cancelled: readonly Placement[];
  /** Breaks of all, in the old plan without what was disturbed, and in the new one. */
  readonly breaksBefore: number;
  readonly breaksAfter: number;
}

/**
 * The least disturbing plan after something changed: a cancelled meeting (leave it out of the problem), a delayed flight
 * (make the person unavailable), a lost table. What still stands stays; what does not is placed again.
 */
export function replan(problem: TimetableProblem, plan: Plan, options: ReplanOptions = {}): Replan {
  const { firstOpenSlot = 0, costPerMove = 1 } = options;
  const known = new Set(problem.meetings.map(({ id }) => id));
  const standing = { placements: plan.placements.filter(({ meeting }) => known.has(meeting)) };
  const instance = frozen(compile(problem), standing, firstOpenSlot, options.mayMove);
  const live = new LivePlan(problem, standing, instance);
  const breaksBefore = live.timetable.breaks;
  const old = live.timetable.slotOf.slice();
  const disturbed = live.disturbed.map(({ meeting }) => live.meeting(meeting));
  const moves = new MoveBudget();
  for (const meeting of byNeed(instance, disturbed)) placeAgain(live, meeting, moves, costPerMove);
  repair(live, disturbed, moves, costPerMove, old);
  return difference(plan, live, breaksBefore, known);
}

/** The rules as they are now: what has begun may be nowhere else, the rest nowhere before the first open slot. */
function frozen(instance: Instance, plan: Plan, firstOpenSlot: number, mayMove?: readonly string[]): Instance {
  const slotOf = new Map(plan.placements.map(({ meeting, slot }) => [meeting, slot]));
  const movable = mayMove && new Set(mayMove);
  const allowed = instance.allowed.slice();
  instance.problem.meetings.forEach(({ id }, m) => {
    const slot = slotOf.get(id);
    const row = m * instance.slots;
    if (slot !== undefined && slot < firstOpenSlot) {
      allowed.fill(0, row, row + instance.slots);
      allowed[row + slot] = 1;
      return;
    }
    allowed.fill(0, row, row + Math.min(firstOpenSlot, instance.slots));
    // Where it may not stay it must move, whatever else is wished.
    if (movable && !movable.has(id) && slot !== undefined && allowed[row + slot]) {
      allowed.fill(0, row, row + instance.slots);
      allowed[row + slot] = 1;
    }
  });
  return { ...instance, allowed };
}

/** Two moved meetings for each replaced one, and no more. */
class MoveBudget {
  readonly moved = new Set<number>();
  private replaced = 0;

  earn(): void {
    this.replaced += 1;
  }

  get left(): number {
    return 2 * this.replaced - this.moved.size;
  }
}

/** Greater priority first, then who has fewer slots to go to. */
function byNeed({ priority, allowed, slots }: Instance, meetings: readonly number[]): number[] {
  const choice = (m: number): number => allowed.subarray(m * slots, (m + 1) * slots).reduce((sum, one) => sum + one, 0);
  return [...meetings].sort((one, other) => priority[other] - priority[one] || choice(one) - choice(other));
}

function placeAgain(live: LivePlan, meeting: number, budget: MoveBudget, costPerMove: number): void {
  const rearrangement = new Rearrangement(live, Math.min(4, budget.left + 2), costPerMove);
  for (const way of rearrangement.waysFor(meeting)) {
    if (!rearrangement.carryOut(meeting, way)) continue;
    budget.earn();
    for (const shift of way.shifts) budget.moved.add(shift.meeting);
    return;
  }
}

/** People whose day was torn get it closed again, where that costs less than it brings. */
function repair(
  live: LivePlan,
  disturbed: readonly number[],
  budget: MoveBudget,
  costPerMove: number,
  old: Int32Array,
): void {
  const again = new Set(disturbed);
  for (const meeting of around(live, disturbed)) {
    const isFree = again.has(meeting) || budget.moved.has(meeting);
    if (live.timetable.slotOf[meeting] < 0 || (!isFree && budget.left <= 0)) continue;
    const from = live.timetable.slotOf[meeting];
    if (!improve(live, meeting, isFree ? 0 : costPerMove) || isFree || live.timetable.slotOf[meeting] === from)
      continue;
    if (old[meeting] !== live.timetable.slotOf[meeting]) budget.moved.add(meeting);
  }
}

/** The disturbed meetings and all others of their people. */
function around({ instance, timetable }: LivePlan, disturbed: readonly number[]): number[] {
  const found = new Set<number>(disturbed);
  for (const meeting of disturbed) {
    for (let seat = instance.seatStart[meeting]; seat < instance.seatStart[meeting + 1]; seat++) {
      const row = timetable.staff[seat] * instance.slots;
      for (let slot = 0; slot < instance.slots; slot++)
        if (timetable.at[row + slot] >= 0) found.add(timetable.at[row + slot]);
    }
  }
  return [...found];
}

/** Moves one meeting to a free slot when that saves more breaks than a move weighs. */
function improve(live: LivePlan, meeting: number, weight: number): boolean {
  const { timetable } = live;
  const from = timetable.slotOf[meeting];
  const [zone, table] = [live.zoneOf[meeting], live.tableOf[meeting]];
  const before = timetable.breaks;
  live.remove(meeting);
  const without = timetable.breaks;
  const [best] = new Rearrangement(live, 0, Infinity).waysFor(meeting);
  if (best && without + best.breaks + weight < before && live.put(meeting, best.slot)) return true;
  timetable.put(meeting, from);
  live.sitAt(meeting, zone, table);
  return false;
}

function difference(before: Plan, live: LivePlan, breaksBefore: number, known: ReadonlySet<string>): Replan {
  const plan = live.plan();
  const slotNow = new Map(plan.placements.map(({ meeting, slot }) => [meeting, slot]));
  const disturbed = new Set(live.disturbed.map(({ meeting }) => meeting));
  const changes = before.placements.flatMap(({ meeting, slot: from }): Move[] => {
    const to = slotNow.get(meeting);
    return to === undefined || (to === from && !disturbed.has(meeting)) ? [] : [{ meeting, from, to }];
  });
  return {
    plan,
    replaced: changes.filter(({ meeting }) => disturbed.has(meeting)),
    moved: changes.filter(({ meeting }) => !disturbed.has(meeting)),
    unplaced: live.disturbed
      .filter(({ meeting }) => !slotNow.has(meeting))
      .map(({ meeting, slot: from }) => ({ meeting, from })),
    cancelled: before.placements.filter(({ meeting }) => !known.has(meeting)),
    breaksBefore,
    breaksAfter: live.timetable.breaks,
  };
}
