import fc from 'fast-check';
import { optimise } from '../optimiser/optimise.js';
import type { Plan, TimetableProblem } from '../problem.js';
import { randomProblem } from '../random-problem.js';
import { verify } from '../verify.js';
import { bestSlot, withOffer } from './best-slot.js';
import { explain, worksWith } from './explain.js';
import { explanationWords } from './explanation.words.js';
import { replan } from './replan.js';

const anyProblem = fc.integer().map((seed) => randomProblem(seed));
const anyCrowd = fc.integer().map((seed) => randomProblem(seed, { parties: 4, meetings: 12, slots: 4 }));

async function planFor(problem: TimetableProblem): Promise<Plan> {
  return (await optimise(problem, { now: () => 0, steps: 500, threads: false }).answer).plan;
}

describe('a live plan', () => {
  it('offers a place that keeps every rule and moves at most four others', async () => {
    let offers = 0;
    await fc.assert(
      fc.asyncProperty(anyProblem, fc.nat(), async (problem, pick) => {
        const plan = await planFor(problem);
        const { id } = problem.meetings[pick % problem.meetings.length];
        const without = { placements: plan.placements.filter(({ meeting }) => meeting !== id) };
        const offer = bestSlot(problem, without, id);
        // What the plan itself did must be offered again, by one way or another.
        expect(offer !== undefined || !plan.placements.some(({ meeting }) => meeting === id)).toBe(true);
        if (!offer) return;
        offers += 1;
        expect(verify(problem, withOffer(without, offer))).toEqual([]);
        expect(offer.moved.length).toBeLessThanOrEqual(4);
      }),
      { numRuns: 150 },
    );
    expect(offers).toBeGreaterThan(30);
  });

  it('explains what has no place by a relaxation that works when it is applied', async () => {
    let explained = 0;
    await fc.assert(
      fc.asyncProperty(anyCrowd, async (problem) => {
        const plan = await planFor(problem);
        const placed = new Set(plan.placements.map(({ meeting }) => meeting));
        for (const { id, sides } of problem.meetings.filter((meeting) => !placed.has(meeting.id))) {
          const explanation = explain(problem, plan, id);
          expect(explanationWords(explanation, problem, 'es').length).toBeGreaterThan(0);
          expect(explanationWords(explanation, problem, 'en').length).toBeGreaterThan(0);
          if (explanation.offer || sides.length < 2) continue;
          if (!explanation.relaxation) continue;
          explained += 1;
          const { slot, needs } = explanation.relaxation;
          expect(worksWith(problem, plan, id, slot, needs)).toBe(true);
          expect(worksWith(problem, plan, id, slot, [])).toBe(false);
        }
      }),
      { numRuns: 80 },
    );
    expect(explained).toBeGreaterThan(30);
  });

  it('replans what a delay disturbs without breaking a rule, moving at most two others for each', async () => {
    let disturbed = 0;
    await fc.assert(
      fc.asyncProperty(anyProblem, fc.nat(), fc.nat(2), async (problem, pick, firstOpenSlot) => {
        const plan = await planFor(problem);
        const { id } = problem.parties[pick % problem.parties.length];
        const late = problem.parties.map((party) =>
          party.id === id ? { ...party, unavailable: [...(party.unavailable ?? []), 2, 3] } : party,
        );
        const changed = { ...problem, parties: late };
        const found = replan(changed, plan, { firstOpenSlot });
        expect(verify(changed, found.plan)).toEqual([]);
        expect(found.moved.length).toBeLessThanOrEqual(2 * found.replaced.length);
        for (const { from, to } of [...found.moved, ...found.replaced]) {
          expect(to).toBeGreaterThanOrEqual(firstOpenSlot);
          expect(from).toBeGreaterThanOrEqual(firstOpenSlot);
        }
        const kept = found.plan.placements.length + found.unplaced.length + found.cancelled.length;
        expect(kept).toBe(plan.placements.length);
        disturbed += found.replaced.length + found.unplaced.length;
      }),
      { numRuns: 150 },
    );
    expect(disturbed).toBeGreaterThan(20);
  });

  it('leaves out a cancelled meeting and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(anyProblem, async (problem) => {
        const plan = await planFor(problem);
        const [cancelled, ...rest] = problem.meetings;
        const meetings = rest.map((meeting) => ({
          ...meeting,
          after: meeting.after?.filter((id) => id !== cancelled.id),
        }));
        const found = replan({ ...problem, meetings }, plan);
        expect(found.moved).toEqual([]);
        expect(found.replaced).toEqual([]);
        expect(found.plan.placements).toEqual(plan.placements.filter(({ meeting }) => meeting !== cancelled.id));
      }),
      { numRuns: 60 },
    );
  });
});
