import fc from 'fast-check';
import { breaksOf } from '../../libs/meetings/src/timetable/breaks.js';
import { compile } from '../../libs/meetings/src/timetable/compile.js';
import type { Instance } from '../../libs/meetings/src/timetable/instance.js';
import type { TimetableProblem } from '../../libs/meetings/src/timetable/problem.js';
import { example, meeting, people } from '../../libs/meetings/src/timetable/example.js';
import { breakModel } from '../../libs/meetings/src/timetable/exact/break-model.js';
import { keepPace, placementModel } from '../../libs/meetings/src/timetable/exact/placement-model.js';
import { Solver } from '../../libs/meetings/src/timetable/exact/solver.js';
import { randomProblem } from '../../libs/meetings/src/timetable/random-problem.js';
import { Timetable, type Snapshot } from '../../libs/meetings/src/timetable/search/timetable.js';
import { Board } from '../../libs/meetings/src/timetable/optimiser/board.js';
import { provePlacement } from '../../libs/meetings/src/timetable/optimiser/placement-role.js';
import type { Post, Report } from '../../libs/meetings/src/timetable/optimiser/role.js';
import { optimise } from '../../libs/meetings/src/timetable/optimiser/optimise.js';
import { crowdedProblem } from './crowded-problem.js';

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

const anyCrowded = fc.integer().map(crowdedProblem);

interface Optimum {
  priority: number;
  /** Fewest breaks of fair plans that place so much; Infinity where there is none. */
  breaks: number;
}

/** Tries every slot, and none, for every meeting in turn, unless those to come weigh too little to make up for what is left out. */
function exhaust(instance: Instance): Optimum {
  const timetable = new Timetable(instance);
  const best: Optimum = { priority: 0, breaks: Infinity };
  const toCome = (meeting: number): number => instance.priority.subarray(meeting).reduce((sum, one) => sum + one, 0);
  const from = (meeting: number): void => {
    if (timetable.placedPriority + toCome(meeting) < best.priority) return;
    if (meeting === instance.meetings) return weigh(timetable, best);
    for (let slot = 0; slot < instance.slots; slot++) {
      if (!timetable.fits(meeting, slot)) continue;
      timetable.put(meeting, slot);
      from(meeting + 1);
      timetable.take(meeting);
    }
    from(meeting + 1);
  };
  from(0);
  return best;
}

/** Counts breaks afresh from the slots, not from what the timetable kept while it changed. */
function weigh(timetable: Timetable, best: Optimum): void {
  const { placedPriority } = timetable;
  if (placedPriority < best.priority) return;
  if (placedPriority > best.priority) best.breaks = Infinity;
  best.priority = placedPriority;
  best.breaks = Math.min(best.breaks, fairBreaks(timetable));
}

/** Infinity where somebody has more than is fair. */
function fairBreaks({ instance, at }: Timetable): number {
  let total = 0;
  for (let attendee = 0; attendee < instance.attendees; attendee++) {
    const row = at.subarray(attendee * instance.slots, (attendee + 1) * instance.slots);
    const busy = [...row.keys()].filter((slot) => row[slot] >= 0);
    const { breaks } = breaksOf(busy, instance.dayOf);
    total += breaks > instance.fair[attendee] ? Infinity : breaks;
  }
  return total;
}

interface Claims {
  placement: number;
  breaks: number;
  /** Of breaks where not all can be placed, and at least one break remains. */
  partial: number;
}

/** What is claimed of each problem must be so. Returns how often something was. */
async function claimsOf(problems: fc.Arbitrary<TimetableProblem>, numRuns: number, seconds: number): Promise<Claims> {
  const claims = { placement: 0, breaks: 0, partial: 0 };
  await fc.assert(
    fc.asyncProperty(problems, async (problem) => {
      const truth = exhaust(compile(problem));
      const answer = await optimise(problem, { now: () => 0, seconds, threads: false }).answer;
      expect(answer.unproved).toBeUndefined();
      expect(answer.priorityBound).toBeGreaterThanOrEqual(truth.priority);
      expect(answer.quality.priority).toBeLessThanOrEqual(truth.priority);
      if (answer.quality.priority === truth.priority) expect(answer.bound).toBeLessThanOrEqual(truth.breaks);
      if (answer.placementProved) expect(answer.quality.priority).toBe(truth.priority);
      if (answer.proved) expect([answer.quality.priority, answer.breaks]).toEqual([truth.priority, truth.breaks]);
      claims.placement += answer.placementProved ? 1 : 0;
      claims.breaks += answer.proved ? 1 : 0;
      claims.partial += answer.proved && answer.placed < problem.meetings.length && truth.breaks > 0 ? 1 : 0;
    }),
    { numRuns },
  );
  return claims;
}

describe('proofs', () => {
  it('hold against exhaustive search on a thousand small cases', async () => {
    const claims = await claimsOf(anyProblem, 1000, 0.1);
    // A prover that claims nothing would pass all of the above.
    expect(claims.placement).toBeGreaterThan(500);
    expect(claims.breaks).toBeGreaterThan(500);
  }, 600_000);

  it('hold where not all can be placed, whatever the meetings weigh', async () => {
    const claims = await claimsOf(anyCrowded, 300, 0.2);
    // Far fewer than are claimed where nothing else uses the processor, so that a slow machine passes too.
    expect(claims.placement).toBeGreaterThan(150);
    expect(claims.breaks).toBeGreaterThan(100);
    expect(claims.partial).toBeGreaterThan(10);
  }, 600_000);

  it('rest on clauses that are neither too strict nor too loose, also where nothing else would need them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyProblem, anyCrowded), async (problem) => {
        const instance = compile(problem);
        const truth = exhaust(instance);
        const { board } = await settled(instance);
        expect(board.most).toBe(truth.priority);
        expect(board.lower).toBeLessThanOrEqual(truth.breaks);
        expect(await fewestBySolver(instance, board)).toBe(truth.breaks);
      }),
      { numRuns: 5000 },
    );
  }, 600_000);

  it('lose no plan by the counts that only hard questions are given', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyProblem, anyCrowded), async (problem) => {
        const instance = compile(problem);
        const { plan } = await settled(instance);
        const model = placementModel(instance);
        keepPace(instance, model);
        const solver = await Solver.load(model.clauses);
        const slots = [...plan.slotOf].flatMap((slot, m) => (slot < 0 ? -model.placed[m] : model.slotsOf.at(m, slot)));
        expect(solver.ask(slots, () => false)).toBe('yes');
        solver.dispose();
      }),
      { numRuns: 500 },
    );
  });
});

it('does not take two meetings of one attendee for the same where only one of them needs a zone', async () => {
  const problem = example({
    slotCount: 2,
    parties: people('abcde'),
    zones: ['near', 'far'].map((id) => ({ id, name: id, tables: 1 })),
    meetings: [meeting('ab', { zone: 'near' }), meeting('ac'), meeting('de', { zone: 'near', fixedSlot: 0 })],
  });
  const instance = compile(problem);
  expect(await fewestBySolver(instance, (await settled(instance)).board)).toBe(0);
});

/** The board when it is known how much can be placed, and a plan that places so much, by the solver alone. */
async function settled(instance: Instance): Promise<{ board: Board; plan: Snapshot }> {
  const board = Board.of(instance);
  let plan = new Timetable(instance).snapshot();
  const report = (news: Report): void => {
    if (news.kind === 'plan' && news.score.priority === board.placed) plan = news.snapshot;
  };
  const post: Post = { instance, board, seed: 1, alone: true, report, news: () => undefined };
  for await (const _ of provePlacement(post));
  return { board, plan };
}

/** The fewest breaks with which the clauses can be met; Infinity where they cannot, fairly. */
async function fewestBySolver(instance: Instance, board: Board): Promise<number> {
  const most = 12;
  const model = breakModel(instance, most, board.omissions(instance));
  const solver = await Solver.load(model.clauses);
  try {
    for (let breaks = 0; breaks < most; breaks++) {
      if (solver.ask([model.fair, model.atMost(breaks)], () => false) !== 'yes') continue;
      const slotOf = model.slotsOf.read(solver.isTrue);
      expect(instance.priority.reduce((sum, one, m) => sum + (slotOf[m] < 0 ? 0 : one), 0)).toBe(board.most);
      return breaks;
    }
    return Infinity;
  } finally {
    solver.dispose();
  }
}
