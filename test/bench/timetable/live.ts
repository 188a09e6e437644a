import {
  bestSlotIn,
  LivePlan,
  optimise,
  replan,
  type Plan,
  type TimetableProblem,
} from '../../../libs/meetings/src/timetable/index.js';
import { compile } from '../../../libs/meetings/src/timetable/compile.js';
import { Random } from '../../../libs/meetings/src/timetable/search/random.js';
import { events } from './generator.js';

/** B5 and B6 on an event of 500 people: one more meeting, and somebody who comes later than planned. */
export async function measureLive(): Promise<string[]> {
  const problem = events.L(1);
  const { plan } = await optimise(problem, { now: () => performance.now(), steps: 1_000_000, threads: false }).answer;
  return [slotLine(problem, plan), crowdedSlotLine(problem, plan), ...replanLines(problem, plan)];
}

/** One meeting that the plan had, asked for again: its old slot is free at least. */
function slotLine(problem: TimetableProblem, plan: Plan): string {
  const instance = compile(problem);
  const random = new Random(7);
  const times: number[] = [];
  let placed = 0;
  for (let trial = 0; trial < 400; trial++) {
    const { meeting } = plan.placements[random.below(plan.placements.length)];
    const live = new LivePlan(problem, without(plan, meeting), instance);
    const from = performance.now();
    if (bestSlotIn(live, meeting)) placed += 1;
    times.push(performance.now() - from);
  }
  return `B5  best slot: ${spread(times)}, ${placed} of 400 placed (bar: p99 10 ms)`;
}

/** The same where every slot that is free is forbidden to the meeting, so that others must give way. */
function crowdedSlotLine(problem: TimetableProblem, plan: Plan): string {
  const random = new Random(7);
  const times: number[] = [];
  let placed = 0;
  for (let trial = 0; trial < 200; trial++) {
    const { meeting } = plan.placements[random.below(plan.placements.length)];
    const { timetable } = new LivePlan(problem, without(plan, meeting));
    const m = problem.meetings.findIndex(({ id }) => id === meeting);
    const forbiddenSlots = [...problem.slots.keys()].filter((slot) => timetable.fits(m, slot));
    const meetings = problem.meetings.map((one) => (one.id === meeting ? { ...one, forbiddenSlots } : one));
    const live = new LivePlan({ ...problem, meetings }, without(plan, meeting));
    const from = performance.now();
    if (bestSlotIn(live, meeting)) placed += 1;
    times.push(performance.now() - from);
  }
  return `B5  best slot where none is free: ${spread(times)}, ${placed} of 200 placed (bar: p99 10 ms)`;
}

function without({ placements }: Plan, meeting: string): Plan {
  return { placements: placements.filter((one) => one.meeting !== meeting) };
}

function replanLines(problem: TimetableProblem, plan: Plan): string[] {
  const random = new Random(11);
  const times: number[] = [];
  const total = { disturbed: 0, replaced: 0, moved: 0, before: 0, after: 0, most: 0 };
  for (let trial = 0; trial < 60; trial++) {
    const late = problem.parties[random.below(problem.parties.length)].id;
    const away = problem.slots.flatMap((slot, i) => (slot.day === 0 && slot.half === 'morning' ? [i] : []));
    const parties = problem.parties.map((party) =>
      party.id === late ? { ...party, unavailable: [...(party.unavailable ?? []), ...away] } : party,
    );
    const from = performance.now();
    const found = replan({ ...problem, parties }, plan);
    times.push(performance.now() - from);
    total.disturbed += found.replaced.length + found.unplaced.length;
    total.replaced += found.replaced.length;
    total.moved += found.moved.length;
    total.before += found.breaksBefore;
    total.after += found.breaksAfter;
    if (found.replaced.length > 0) total.most = Math.max(total.most, found.moved.length / found.replaced.length);
  }
  return [
    `B6  replan: ${spread(times)}; ${total.replaced} of ${total.disturbed} placed again, ${total.moved} moved, at most ` +
      `${total.most.toFixed(2)} per replaced one, breaks ${total.before} -> ${total.after} over 60 trials (bar: 200 ms, 2 moved)`,
  ];
}

function spread(times: readonly number[]): string {
  const inOrder = [...times].sort((a, b) => a - b);
  const at = (share: number): string =>
    inOrder[Math.min(inOrder.length - 1, Math.floor(inOrder.length * share))].toFixed(2);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, worst ${at(1)} ms`;
}
