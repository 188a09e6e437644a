import { breakModel, type BreakModel } from '../exact/break-model.js';
import { Solver, type Verdict } from '../exact/solver.js';
import { NOTHING_YET, type Board } from './board.js';
import { provePlacement } from './placement-role.js';
import { announce, ask } from './questions.js';
import { raiseBound, type Post } from './role.js';

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
  if (board.placed < board.most) yield* provePlacement(post);
  if (board.placed < board.most) return;
  for (let more = true; more && !board.proved && !board.stopped;) {
    more = yield* climbTo(post, board.upper === NOTHING_YET ? board.lower + REACH : board.upper);
  }
}

/** False when there is nothing left to ask; true when the bound has reached `limit`. */
async function* climbTo(post: Post, limit: number): AsyncGenerator<void, boolean> {
  const { board } = post;
  const model = breakModel(post.instance, limit, board.omissions(post.instance));
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
  const model = breakModel(post.instance, board.upper, board.omissions(post.instance));
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

/** Tells the others what the answer means; false when there is nothing left to ask. */
function conclude(post: Post, model: BreakModel, solver: Solver, breaks: number, verdict: Verdict): boolean {
  if (verdict === 'yes') {
    announce(post, model.slotsOf.read(solver.isTrue));
  } else if (verdict === 'no') {
    // Without the number at fault, no plan is fair: more breaks would not help.
    if (!solver.blames(model.atMost(breaks))) return false;
    raiseBound(post, breaks + 1);
  }
  return true;
}
