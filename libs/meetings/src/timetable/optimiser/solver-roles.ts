import { breakModel, type BreakModel } from '../exact/break-model.js';
import { placementModel } from '../exact/placement-model.js';
import { Solver, type Verdict } from '../exact/solver.js';
import { scoreOf } from '../search/local-search.js';
import { Timetable, type Snapshot } from '../search/timetable.js';
import { NOTHING_YET } from './board.js';
import type { Post } from './role.js';

/** Conflicts between two looks at the news: some tens of milliseconds. */
const SLICE = 2_000;

/** Beyond this the clauses take long to write and longer to search: the search alone goes on. */
const MOST_LITERALS = 40_000;

/** Whether the exact solver is worth its while: it proves nothing where any member of a team may come. */
export function canProve({ instance }: Post): boolean {
  return instance.staffed && instance.meetings * instance.slots <= MOST_LITERALS;
}

/** A solver that is missing or dies costs the proof, never the timetable. */
export async function* unlessSolverFails(post: Post, work: AsyncGenerator<void, void>): AsyncGenerator<void, void> {
  try {
    yield* work;
  } catch (error) {
    post.report({ kind: 'unproved', why: error instanceof Error ? error.message : String(error) });
  }
}

/** Raises the bound from below: "as few as the bound?" until the answer is yes. */
export async function* climb(post: Post): AsyncGenerator<void, void> {
  while (!post.board.begun && !post.board.stopped) yield;
  if (post.board.upper === NOTHING_YET) yield* provePlacement(post);
  if (post.board.upper === NOTHING_YET || post.board.proved || post.board.stopped) return;
  const model = breakModel(post.instance, post.board.upper);
  const solver = await Solver.load(model.clauses, { target: 2 });
  while (!post.board.proved && !post.board.stopped) {
    const breaks = post.board.lower;
    const over = (): boolean => post.board.stopped || post.board.proved || post.board.lower > breaks;
    const verdict = yield* ask(solver, [model.fair, model.atMost(breaks)], over);
    if (!conclude(post, model, solver, breaks, verdict)) break;
  }
  solver.dispose();
}

/** Lowers the best from above: asks for the middle between bound and best, and for less of an improvement when that is hard. */
export async function* descend(post: Post, between: () => void): AsyncGenerator<void, void> {
  const { board } = post;
  const model = breakModel(post.instance, board.upper);
  const solver = await Solver.load(model.clauses, { stabilizeonly: 1 });
  let patience = 0;
  while (!board.proved && !board.stopped) {
    const { lower, upper } = board;
    const breaks = Math.min(upper - 1, Math.floor((lower + upper - 1) / 2) + patience);
    const over = (): boolean => board.stopped || board.upper <= breaks || board.lower > breaks;
    const verdict = yield* ask(solver, [model.fair, model.atMost(breaks)], over, 10, between);
    if (verdict === 'unknown' && !over()) patience += 1;
    if (verdict === 'yes') patience = 0;
    if (!conclude(post, model, solver, breaks, verdict)) break;
  }
  solver.dispose();
}

/** Asks in slices, until there is an answer or it is no longer wanted. */
async function* ask(
  solver: Solver,
  assumed: readonly number[],
  over: () => boolean,
  slices = Infinity,
  between: () => void = () => undefined,
): AsyncGenerator<void, Verdict> {
  for (let slice = 0; slice < slices && !over(); slice++) {
    const verdict = solver.ask(assumed, over, SLICE);
    if (verdict !== 'unknown') return verdict;
    between();
    yield;
  }
  return 'unknown';
}

/** Tells the others what the answer means; false when there is nothing left to ask. */
function conclude(post: Post, model: BreakModel, solver: Solver, breaks: number, verdict: Verdict): boolean {
  if (verdict === 'yes') {
    announce(post, model.slotsOf.read(solver.isTrue));
  } else if (verdict === 'no') {
    if (!solver.blames(model.atMost(breaks))) {
      post.report({ kind: 'unfair' });
      return false;
    }
    if (post.board.raise(breaks + 1)) post.report({ kind: 'breaks', least: breaks + 1 });
  }
  return true;
}

/** Counts what the solver found with the same ruler as the search before anybody hears of it. */
function announce(post: Post, slotOf: Int32Array): void {
  const timetable = new Timetable(post.instance);
  slotOf.forEach((slot, meeting) => {
    if (slot < 0) return;
    if (!timetable.fits(meeting, slot)) throw new Error(`The solver put meeting ${meeting} where it does not fit`);
    timetable.put(meeting, slot);
  });
  const snapshot: Snapshot = timetable.snapshot();
  post.board.place(timetable.placedPriority);
  post.report({ kind: 'plan', snapshot, score: scoreOf(timetable), by: 'solver' });
  if (timetable.placed === post.instance.meetings && timetable.unfair === 0) post.board.fall(timetable.breaks);
}

/** Where not all were placed at once: how much must be left out at least. */
async function* provePlacement(post: Post): AsyncGenerator<void, void> {
  const { board, instance } = post;
  const total = instance.priority.reduce((sum, one) => sum + one, 0);
  const limit = total - board.placed;
  if (limit === 0) return;
  const model = placementModel(instance, limit);
  const solver = await Solver.load(model.clauses);
  const over = (): boolean => board.stopped || board.upper !== NOTHING_YET;
  for (let left = 0; !over(); left = model.next(left)) {
    post.report({ kind: 'priority', most: total - left });
    if (left >= total - board.placed) break;
    const verdict = yield* ask(solver, [model.leavesOut(left)], over);
    if (verdict !== 'no') {
      if (verdict === 'yes') announce(post, model.slotsOf.read(solver.isTrue));
      break;
    }
  }
  solver.dispose();
}
