import type { Solver, Verdict } from '../exact/solver.js';
import { scoreOf } from '../search/local-search.js';
import { Timetable, type Snapshot } from '../search/timetable.js';
import { claim, type Post } from './role.js';

/** Conflicts between two turns of others in the same thread: some tens of milliseconds. */
const SLICE = 2_000;

/**
 * Asks until there is an answer, or it is no longer wanted, or `conflicts` are used up. Every slice begins the solver's own
 * rhythm anew and costs it dearly, so there are slices only where others wait for the thread.
 */
export async function* ask(
  { alone }: Post,
  solver: Solver,
  assumed: readonly number[],
  over: () => boolean,
  conflicts = Infinity,
): AsyncGenerator<void, Verdict> {
  const slice = alone ? conflicts : Math.min(conflicts, SLICE);
  for (let used = 0; used < conflicts && !over(); used += slice) {
    const verdict = solver.ask(assumed, over, Number.isFinite(slice) ? slice : undefined);
    yield;
    if (verdict !== 'unknown') return verdict;
  }
  return 'unknown';
}

/** Counts what the solver found with the same ruler as the search before anybody hears of it. */
export function announce(post: Post, slotOf: Int32Array): void {
  const timetable = new Timetable(post.instance);
  slotOf.forEach((slot, meeting) => {
    if (slot < 0) return;
    if (!timetable.fits(meeting, slot)) throw new Error(`The solver put meeting ${meeting} where it does not fit`);
    timetable.put(meeting, slot);
  });
  const snapshot: Snapshot = timetable.snapshot();
  const score = scoreOf(timetable);
  post.board.place(score.priority);
  post.report({ kind: 'plan', snapshot, score, by: 'solver' });
  claim(post, score);
}
