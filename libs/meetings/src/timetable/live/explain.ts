import { contradictionsOf, type Contradiction } from '../contradictions.js';
import type { Plan, TimetableProblem } from '../problem.js';
import { bestSlotIn, type SlotOffer } from './best-slot.js';
import { LivePlan } from './live-plan.js';
import { burden, relax, relaxationOf, type Relaxation } from './relaxation.js';
import { reasonsAgainst, type Reason } from './reasons.js';

/** Why a meeting has no place in a plan, and what would give it one. */
export interface Explanation {
  readonly meeting: string;
  /** What stands against each slot, in order; where nothing does, the meeting fits. */
  readonly slots: readonly { readonly slot: number; readonly reasons: readonly Reason[] }[];
  /** What is wrong with the problem itself and touches this meeting: "9 accepted meetings and 8 free slots". */
  readonly contradictions: readonly Contradiction[];
  /** A place that it can have now, when others move; then nothing needs to be given up. */
  readonly offer?: SlotOffer;
  /** The fewest and lightest rules which, given up together, make room at `slot`. Absent when there is an offer or no slot. */
  readonly relaxation?: { readonly slot: number; readonly needs: readonly Relaxation[] };
}

/** Explains one meeting that the plan does not place. */
export function explain(problem: TimetableProblem, plan: Plan, meetingId: string): Explanation {
  const others = { placements: plan.placements.filter(({ meeting }) => meeting !== meetingId) };
  const live = new LivePlan(problem, others);
  const m = live.meeting(meetingId);
  const slots = problem.slots.map((_, slot) => ({ slot, reasons: reasonsAgainst(live, m, slot) }));
  const contradictions = contradictionsOf(problem).filter((found) => touches(problem, found, meetingId));
  const known = { meeting: meetingId, slots, contradictions };
  const offer = bestSlotIn(live, meetingId);
  if (offer) return { ...known, offer };
  const relaxation = smallestRelaxation(problem, others, meetingId, slots);
  return relaxation ? { ...known, relaxation } : known;
}

/** All that the plan leaves out. */
export function explainAll(problem: TimetableProblem, plan: Plan): Explanation[] {
  const placed = new Set(plan.placements.map(({ meeting }) => meeting));
  return problem.meetings.filter(({ id }) => !placed.has(id)).map(({ id }) => explain(problem, plan, id));
}

function touches(problem: TimetableProblem, found: Contradiction, meetingId: string): boolean {
  const meeting = problem.meetings.find(({ id }) => id === meetingId)!;
  if ('meeting' in found) return found.meeting === meetingId;
  if (found.code === 'TOO_MANY_MEETINGS' || found.code === 'PRECEDENCE_CYCLE')
    return found.meetings.includes(meetingId);
  if (found.code === 'OVER_CAP') return meeting.sides.some(({ party }) => party === found.party);
  if (found.code === 'TOO_MANY_FIXED') return meeting.fixedSlot === found.slot;
  return true;
}

/** Tried from the least burden on: the first that really works when it is applied. */
function smallestRelaxation(
  problem: TimetableProblem,
  plan: Plan,
  meetingId: string,
  slots: Explanation['slots'],
): Explanation['relaxation'] {
  const meeting = problem.meetings.find(({ id }) => id === meetingId)!;
  const choices = slots.flatMap(({ slot, reasons }) => {
    const needs = distinct(reasons.flatMap((reason) => relaxationOf(problem, meeting, slot, reason) ?? []));
    return needs.length === 0
      ? []
      : [{ slot, needs, weight: needs.reduce((sum, { kind }) => sum + 100 + burden[kind], 0) }];
  });
  choices.sort((one, other) => one.weight - other.weight || one.slot - other.slot);
  for (const { slot, needs } of choices) {
    if (worksWith(problem, plan, meetingId, slot, needs)) return { slot, needs };
    const alsoZone = [...needs, { kind: 'ANY_ZONE', meeting: meetingId } as const];
    if (meeting.zone !== undefined && worksWith(problem, plan, meetingId, slot, alsoZone))
      return { slot, needs: alsoZone };
  }
  return undefined;
}

function distinct(needs: readonly Relaxation[]): Relaxation[] {
  return [...new Map(needs.map((need) => [JSON.stringify(need), need])).values()];
}

/** Whether the meeting can be put at the slot once all the needs are met. */
export function worksWith(
  problem: TimetableProblem,
  plan: Plan,
  meetingId: string,
  slot: number,
  needs: readonly Relaxation[],
): boolean {
  const givenUp = new Set(needs.flatMap((need) => (need.kind === 'GIVE_UP_MEETING' ? [need.meeting] : [])));
  const relaxed = needs.reduce(relax, problem);
  const live = new LivePlan(relaxed, { placements: plan.placements.filter(({ meeting }) => !givenUp.has(meeting)) });
  return live.put(live.meeting(meetingId), slot);
}
