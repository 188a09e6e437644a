import fc from 'fast-check';
import { compile } from '../compile.js';
import { qualityOf } from '../quality.js';
import { randomProblem } from '../random-problem.js';
import { verify } from '../verify.js';
import type { Plan, TimetableProblem } from '../problem.js';
import { optimise, type Answer } from './optimise.js';

const anyProblem = fc.integer().map((seed) => randomProblem(seed));

function answerIn(problem: TimetableProblem, steps: number, start?: Plan, seed = 1): Promise<Answer> {
  return optimise(problem, { now: () => 0, steps, seed, start, threads: false }).answer;
}

describe('an optimised timetable', () => {
  it('keeps every rule: people, tables, availability, order, caps and walking', async () => {
    await fc.assert(
      fc.asyncProperty(anyProblem, async (problem) => {
        const { plan } = await answerIn(problem, 2_000);
        expect(verify(problem, plan)).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });

  it('tells of the plan what the plan is', async () => {
    await fc.assert(
      fc.asyncProperty(anyProblem, async (problem) => {
        const answer = await answerIn(problem, 1_000);
        const quality = qualityOf(compile(problem), answer.plan);
        expect(answer.quality).toEqual(quality);
        expect([answer.placed, answer.breaks, answer.worst]).toEqual([quality.placed, quality.breaks, quality.worst]);
        expect(answer.bound).toBeLessThanOrEqual(answer.breaks);
        expect(quality.priority).toBeLessThanOrEqual(answer.priorityBound);
      }),
      { numRuns: 120 },
    );
  });

  it('is the same for the same seed and number of steps', async () => {
    await fc.assert(
      fc.asyncProperty(anyProblem, fc.nat(1000), async (problem, seed) => {
        const [one, other] = [
          await answerIn(problem, 2_000, undefined, seed),
          await answerIn(problem, 2_000, undefined, seed),
        ];
        expect(other.plan).toEqual(one.plan);
      }),
      { numRuns: 60 },
    );
  });

  it('is never worse with one more table or slot, begun from the old plan', async () => {
    await fc.assert(
      fc.asyncProperty(anyProblem, fc.boolean(), async (problem, moreTables) => {
        const old = await answerIn(problem, 1_000);
        const larger = moreTables ? withTable(problem) : withSlot(problem);
        const found = await answerIn(larger, 1_000, old.plan);
        expect(found.quality.priority).toBeGreaterThanOrEqual(old.quality.priority);
        if (found.quality.priority === old.quality.priority && old.worst <= (problem.fairness ?? 2)) {
          expect(found.breaks).toBeLessThanOrEqual(old.breaks);
        }
      }),
      { numRuns: 120 },
    );
  });

  it('ends at once where there is nothing to place', async () => {
    await fc.assert(
      fc.asyncProperty(anyProblem, async (problem) => {
        const answer = await answerIn({ ...problem, meetings: [] }, 1_000);
        expect([answer.placed, answer.proved, answer.gap]).toEqual([0, true, 0]);
      }),
      { numRuns: 10 },
    );
  });
});

function withTable(problem: TimetableProblem): TimetableProblem {
  return { ...problem, zones: problem.zones.map((zone, z) => (z === 0 ? { ...zone, tables: zone.tables + 1 } : zone)) };
}

function withSlot(problem: TimetableProblem): TimetableProblem {
  const last = problem.slots[problem.slots.length - 1];
  return {
    ...problem,
    slots: [...problem.slots, { ...last, label: 'more', startsAt: last.endsAt, endsAt: last.endsAt + 20 }],
  };
}
