import type { Instance } from '../instance.js';
import type { Score } from '../search/local-search.js';
import type { Snapshot } from '../search/timetable.js';
import type { Board } from './board.js';

/** Who found it: the instant construction and annealing, or the exact solver. */
export type Finder = 'search' | 'solver';

export type Report =
  | { readonly kind: 'plan'; readonly snapshot: Snapshot; readonly score: Score; readonly by: Finder }
  /** Every plan that places as much as can be has at least so many breaks. */
  | { readonly kind: 'breaks'; readonly least: number }
  /** No plan places more priority than this. */
  | { readonly kind: 'priority'; readonly most: number }
  /** There will be no proof: the solver is missing or died. */
  | { readonly kind: 'unproved'; readonly why: string };

/** What a role works with. It may run in a thread of its own or share one: it yields often, and never looks at a clock. */
export interface Post {
  readonly instance: Instance;
  readonly board: Board;
  readonly seed: number;
  /** True when the role has a thread for itself and holds nobody up. */
  readonly alone: boolean;
  /** A timetable to begin from. */
  readonly start?: Snapshot;
  readonly report: (report: Report) => void;
  /** A better timetable that others found since last asked. */
  readonly news: () => Snapshot | undefined;
}

export type Role = (post: Post) => AsyncGenerator<void, void>;

/** Tells all of a fair plan that places as much as can be: only what has fewer breaks is wanted then. */
export function claim({ board }: Post, { priority, unfair, breaks }: Score): void {
  if (priority === board.most && unfair === 0) board.fall(breaks);
}

/** Every plan that places as much as can be has at least so many breaks: told to all where it is news. */
export function raiseBound({ board, report }: Post, least: number): void {
  if (Number.isFinite(least) && board.raise(least)) report({ kind: 'breaks', least });
}
