import { LocalSearch } from '../search/local-search.js';
import { claim, raiseBound, type Post } from './role.js';
import { canProve, climb, descend, unlessSolverFails, wait } from './solver-roles.js';

/** Moves between two looks at the news: some milliseconds, and some tens of them on large events, whose plans are long. */
function sliceOf({ instance }: Post): number {
  return Math.max(20_000, instance.meetings * 10);
}

/** Moves before the solver takes over this thread: some 300 ms, after which annealing alone gains little on small events. */
const HEAD_START = 1_500_000;

/** Moves between two questions to the solver: some hundred milliseconds, in which annealing often gains what the solver cannot. */
const BETWEEN = 600_000;

/** A timetable at once, then annealing; on events that can be proved, the solver helps from above. */
export async function* search(post: Post): AsyncGenerator<void, void> {
  const local = new LocalSearch(post.instance, post.seed);
  local.begin(post.start);
  tell(post, local);
  boundAtOnce(post);
  post.board.begin(local.bestScore.priority);
  yield;
  const work = (moves = sliceOf(post)): void => {
    const news = post.news();
    if (news) local.adopt(news);
    if (local.advance(moves, post.board.share)) tell(post, local);
    // Also what was found before anybody knew that no more can be placed.
    claim(post, local.bestScore);
    post.board.count(moves);
  };
  let solving = canProve(post);
  while (!post.board.stopped && !post.board.proved) {
    work();
    yield;
    if (!solving || local.steps < HEAD_START || post.board.upper > local.bestScore.breaks) continue;
    solving = false;
    yield* unlessSolverFails(
      post,
      descend(post, () => work(BETWEEN)),
    );
  }
}

/** The second thread: proof from below where there can be one, otherwise annealing from another seed. */
export async function* prove(post: Post): AsyncGenerator<void, void> {
  if (canProve(post)) yield* unlessSolverFails(post, climb(post));
  yield* wait(post, () => post.board.begun);
  const local = new LocalSearch(post.instance, post.seed + 7919);
  local.begin(post.start);
  tell(post, local);
  while (!post.board.stopped && !post.board.proved) {
    const news = post.news();
    if (news) local.adopt(news);
    if (local.advance(sliceOf(post), post.board.share)) tell(post, local);
    post.board.count(sliceOf(post));
    yield;
  }
}

/** So many moves, and no more: the same plan for the same seed. */
export function searchSteps(steps: number) {
  return async function* (post: Post): AsyncGenerator<void, void> {
    const local = new LocalSearch(post.instance, post.seed);
    local.begin(post.start);
    tell(post, local);
    boundAtOnce(post);
    const slice = sliceOf(post);
    for (let left = steps; left > 0 && !post.board.stopped && !post.board.proved; left -= slice) {
      if (local.advance(Math.min(slice, left), 1 - left / steps)) tell(post, local);
      post.board.count(Math.min(slice, left));
      yield;
    }
  };
}

function tell(post: Post, { best, bestScore }: LocalSearch): void {
  post.board.place(bestScore.priority);
  post.report({ kind: 'plan', snapshot: best, score: bestScore, by: 'search' });
  claim(post, bestScore);
}

/** The bound that needs no search: each attendee alone. */
function boundAtOnce(post: Post): void {
  raiseBound(
    post,
    post.instance.fewest.reduce((sum, one) => sum + one, 0),
  );
}
