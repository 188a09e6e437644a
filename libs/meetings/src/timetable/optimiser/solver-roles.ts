import { breakModel, type BreakModel } from '../exact/break-model.js';
import { placementModel } from '../exact/placement-model.js';
import { Solver, type Verdict } from '../exact/solver.js';
import { scoreOf } from '../search/local-search.js';
import { Timetable, type Snapshot } from '../search/timetable.js';
import { NOTHING_YET, type Board } from './board.js';
import type { Post } from './role.js';

/** Conflicts between two turns of others in the same thread: some tens of milliseconds. */
const SLICE = 2_000;

/**
 * Two habits as unlike as can be, for what one of them never finds the other often finds at once. Both restart little and
 * hold on to their best guesses; the one from below guesses "no" first and never simplifies its clauses meanwhile.
 */
const FROM_BELOW = { stabilizeonly: true, target: 2, inprocessing: false, phase: false } as const;
const FROM_ABOVE = { stabilizeonly: true, target: 2 } as const;

/** Conflicts times literals that one question from above is worth, before an easier one is asked: some seconds. */
const WORTH = 6e9;

/** So many times as much is the question worth after which nothing easier is left to ask. */
const LAST = 10;

/** Meetings times slots: beyond this the clauses take long to write and longer to search, and the search goes on alone. */
const MOST_CHOICES = 40_000;

/** Whether the exact solver is worth its while: it proves nothing where any member of a team may come. */
export function canProve({ instance }: Post): boolean {
  return instance.staffed && instance.meetings * instance.slots <= MOST_CHOICES;
}

/** A solver that is missing or dies costs the proof, never the timetable. */
export async function* unlessSolverFails(post: Post, work: AsyncGenerator<void, void>): AsyncGenerator<void, void> {
  try {
    yield* work;
  } catch (error) {
    post.report({ kind: 'unproved', why: error instanceof Error ? error.message : String(error) });
  }
}

/** How far above the bound the first questions may go while no fair plan says where to end. */
const REACH = 24;

/** Raises the bound from below: "as few as the bound?" until the answer is yes. */
export async function* climb(post: Post): AsyncGenerator<void, void> {
  const { board } = post;
  yield* wait(post, () => board.begun);
  if (!allPlaced(post)) yield* provePlacement(post);
  if (!allPlaced(post)) return;
  for (let more = true; more && !board.proved && !board.stopped;) {
    more = yield* climbTo(post, board.upper === NOTHING_YET ? board.lower + REACH : board.upper);
  }
}

/** False when there is nothing left to ask; true when the bound has reached `limit`. */
async function* climbTo(post: Post, limit: number): AsyncGenerator<void, boolean> {
  const { board } = post;
  const model = breakModel(post.instance, limit);
  const solver = await Solver.load(model.clauses, FROM_BELOW);
  try {
    while (!board.proved && !board.stopped && board.lower < limit) {
      const breaks = board.lower;
      const over = (): boolean => board.stopped || board.proved || board.lower > breaks;
      const verdict = yield* ask(post, solver, [model.fair, model.atMost(breaks)], over);
      if (!conclude(post, model, solver, breaks, verdict)) return false;
    }
  } finally {
    solver.dispose();
  }
  return true;
}

function allPlaced({ board, instance }: Post): boolean {
  return board.placed === instance.priority.reduce((sum, one) => sum + one, 0);
}

/** Lets the others work until it is so. */
export async function* wait({ board, alone }: Post, until: () => boolean): AsyncGenerator<void, void> {
  while (!until() && !board.stopped) {
    if (alone) board.rest();
    yield;
  }
}

/**
 * Lowers the best from above: asks for the bound itself as long as that is answered soon, then for a third of what is left to
 * gain, and for less when that is hard. `between`: lets annealing work for a slice.
 */
export async function* descend(post: Post, between: () => void): AsyncGenerator<void, void> {
  const { board } = post;
  const model = breakModel(post.instance, board.upper);
  const solver = await Solver.load(model.clauses, FROM_ABOVE);
  const patience = Math.ceil(WORTH / model.clauses.all.length);
  let bold = true;
  let unanswered = 0;
  try {
    while (!board.proved && !board.stopped) {
      const { lower, upper, share } = board;
      const breaks = bold ? lower : modest(board, unanswered);
      const over = (): boolean => board.stopped || board.upper <= breaks || board.lower > breaks;
      const worth = upper - 1 === lower ? patience * LAST : patience;
      const verdict = yield* ask(post, solver, [model.fair, model.atMost(breaks)], over, worth);
      if (verdict === 'unknown' && !over() && !bold) unanswered += 1;
      if (verdict === 'unknown') bold = false;
      if (verdict === 'yes') unanswered = 0;
      if (!conclude(post, model, solver, breaks, verdict)) break;
      yield* makeUp(board, unanswered, share, between);
    }
  } finally {
    solver.dispose();
  }
}

function modest({ lower, upper }: Board, unanswered: number): number {
  return Math.min(upper - 1, upper - 1 - Math.floor((upper - 1 - lower) / 3) + unanswered);
}

/** Questions without an answer before annealing is given as much time as they took. */
const TRUSTED = 2;
/** Its most slices between two questions where nobody knows how much of the time is over. */
const MOST_BETWEEN = 16;

/** Annealing after a question asked at `since`: a slice; where the solver is lost, as long as the question took and longer. */
async function* makeUp(
  board: Board,
  unanswered: number,
  since: number | undefined,
  between: () => void,
): AsyncGenerator<void, void> {
  const { share } = board;
  const times = Math.max(0, unanswered - TRUSTED);
  const until = since === undefined || share === undefined ? undefined : share + (share - since) * times;
  const most = Math.min(MOST_BETWEEN, 4 ** times);
  for (let slices = 0; !board.proved && !board.stopped; slices++) {
    if (slices > 0 && (until === undefined ? slices >= most : board.share! >= until)) return;
    between();
    yield;
  }
}

/**
 * Asks until there is an answer, or it is no longer wanted, or `conflicts` are used up. Every slice begins the solver's own
 * rhythm anew and costs it dearly, so there are slices only where others wait for the thread.
 */
async function* ask(
  { alone }: Post,
  solver: Solver,
  assumed: readonly number[],
  over: () => boolean,
  conflicts = Infinity,
): AsyncGenerator<void, Verdict> {
  const slice = alone ? conflicts : SLICE;
  for (let used = 0; used < conflicts && !over(); used += slice) {
    const verdict = solver.ask(assumed, over, Number.isFinite(slice) ? slice : undefined);
    yield;
    if (verdict !== 'unknown') return verdict;
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
    const verdict = yield* ask(post, solver, [model.leavesOut(left)], over);
    if (verdict !== 'no') {
      if (verdict === 'yes') announce(post, model.slotsOf.read(solver.isTrue));
      break;
    }
  }
  solver.dispose();
}
