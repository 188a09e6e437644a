import type { Placement, Plan, TimetableProblem } from '../problem.js';
import { LivePlan } from './live-plan.js';
import { Rearrangement, type Arrangement } from './rearrangement.js';

/** A meeting that would change its slot. Positions in the problem's `slots`. */
export interface Move {
  readonly meeting: string;
  readonly from: number;
  readonly to: number;
}

/** What accepting a meeting would come to. */
export interface SlotOffer {
  readonly placement: Placement;
  /** Meetings of others that give way, at most four. */
  readonly moved: readonly Move[];
  /** By how much all breaks together change. */
  readonly breaks: number;
  /** All placements that are new or other than before: the meeting's own and those of what moves. */
  readonly changes: readonly Placement[];
}

export interface BestSlotOptions {
  /** The most meetings of others that may move. 4 when absent. */
  readonly mostMoved?: number;
}

/**
 * The best slot for one more meeting of the problem in a plan that people already know: a free slot with the fewest breaks,
 * and only where there is none, one that others clear by moving. Undefined when neither is found; `explain` says why.
 */
export function bestSlot(
  problem: TimetableProblem,
  plan: Plan,
  meetingId: string,
  options: BestSlotOptions = {},
): SlotOffer | undefined {
  return bestSlotIn(new LivePlan(problem, plan), meetingId, options);
}

/** The same on a plan that is open already: some microseconds instead of some milliseconds. The live plan then holds the offer. */
export function bestSlotIn(
  live: LivePlan,
  meetingId: string,
  { mostMoved = 4 }: BestSlotOptions = {},
): SlotOffer | undefined {
  const meeting = live.meeting(meetingId);
  if (live.timetable.slotOf[meeting] >= 0) live.remove(meeting);
  const rearrangement = new Rearrangement(live, mostMoved, 1);
  for (const way of rearrangement.waysFor(meeting)) {
    if (rearrangement.carryOut(meeting, way)) return offer(live, meetingId, way);
  }
  return undefined;
}

function offer(live: LivePlan, meetingId: string, { shifts, breaks }: Arrangement): SlotOffer {
  const ids = shifts.map(({ meeting }) => live.problem.meetings[meeting].id);
  const changes = [meetingId, ...ids].map((id) => live.placementOf(id)!);
  return {
    placement: changes[0],
    moved: shifts.map(({ from, to }, i) => ({ meeting: ids[i], from, to })),
    breaks,
    changes,
  };
}

/** The plan once the offer is taken. */
export function withOffer(plan: Plan, { changes }: SlotOffer): Plan {
  const changed = new Set(changes.map(({ meeting }) => meeting));
  return { placements: [...plan.placements.filter(({ meeting }) => !changed.has(meeting)), ...changes] };
}
