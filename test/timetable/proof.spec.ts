import fc from 'fast-check';
import { breaksOf } from '../../libs/meetings/src/timetable/breaks.js';
import { compile } from '../../libs/meetings/src/timetable/compile.js';
import type { Instance } from '../../libs/meetings/src/timetable/instance.js';
import type { TimetableProblem } from '../../libs/meetings/src/timetable/problem.js';
import { randomProblem } from '../../libs/meetings/src/timetable/random-problem.js';
import { Timetable } from '../../libs/meetings/src/timetable/search/timetable.js';
import { optimise } from '../../libs/meetings/src/timetable/optimiser/optimise.js';

const anyProblem = fc.integer().map((seed) => countable(randomProblem(seed, { parties: 4, meetings: 5, slots: 5 })));

/** Only what an exhaustive search can count: one zone, every attendee known. */
function countable(problem: TimetableProblem): TimetableProblem {
  const [zone] = problem.zones;
  return {
    ...problem,
    zones: [{ ...zone, walking: {} }],
    meetings: problem.meetings.map((meeting) => ({
      ...meeting,
      sides: meeting.sides.map((side) => (side.attends === 'any' ? { ...side, attends: 'all' as const } : side)),
    })),
  };
}

interface Optimum {
  priority: number;
  /** Fewest breaks of fair plans that place all; Infinity where there is none. */
  breaks: number;
}

/** Tries every slot, and none, for every meeting in turn. */
function exhaust(instance: Instance): Optimum {
  const timetable = new Timetable(instance);
  const best: Optimum = { priority: 0, breaks: Infinity };
  const from = (meeting: number): void => {
    if (meeting === instance.meetings) return weigh(timetable, best);
    from(meeting + 1);
    for (let slot = 0; slot < instance.slots; slot++) {
      if (!timetable.fits(meeting, slot)) continue;
      timetable.put(meeting, slot);
      from(meeting + 1);
      timetable.take(meeting);
    }
  };
  from(0);
  return best;
}

/** Counts breaks afresh from the slots, not from what the timetable kept while it changed. */
function weigh({ instance, at, placed, placedPriority }: Timetable, best: Optimum): void {
  best.priority = Math.max(best.priority, placedPriority);
  if (placed < instance.meetings) return;
  let total = 0;
  for (let attendee = 0; attendee < instance.attendees; attendee++) {
    const row = at.subarray(attendee * instance.slots, (attendee + 1) * instance.slots);
    const busy = [...row.keys()].filter((slot) => row[slot] >= 0);
    const { breaks } = breaksOf(busy, instance.dayOf);
    if (breaks > instance.fair[attendee]) return;
    total += breaks;
  }
  best.breaks = Math.min(best.breaks, total);
}

describe('proofs', () => {
  it('hold against exhaustive search on a thousand small cases', async () => {
    const claims = { placement: 0, breaks: 0 };
    await fc.assert(
      fc.asyncProperty(anyProblem, async (problem) => {
        const truth = exhaust(compile(problem));
        const answer = await optimise(problem, { now: () => 0, seconds: 0.1, threads: false }).answer;
        expect(answer.unproved).toBeUndefined();
        expect(answer.priorityBound).toBeGreaterThanOrEqual(truth.priority);
        expect(answer.quality.priority).toBeLessThanOrEqual(truth.priority);
        if (answer.placed === problem.meetings.length) expect(answer.bound).toBeLessThanOrEqual(truth.breaks);
        if (answer.placementProved) expect(answer.quality.priority).toBe(truth.priority);
        if (answer.proved) expect(answer.breaks).toBe(truth.breaks);
        claims.placement += answer.placementProved ? 1 : 0;
        claims.breaks += answer.proved ? 1 : 0;
      }),
      { numRuns: 1000 },
    );
    // A prover that claims nothing would pass all of the above.
    expect(claims.placement).toBeGreaterThan(500);
    expect(claims.breaks).toBeGreaterThan(100);
  }, 600_000);
});
