import { AsyncLocalStorage } from 'node:async_hooks';

interface Watch {
  readonly actions: string[];
  changedNothing: boolean;
}

const watches = new AsyncLocalStorage<Watch>();

/** What a request wrote into the audit while it was watched. */
export interface Watched<T> {
  readonly answer: T;
  readonly actions: readonly string[];
  /** It said by itself that there was nothing to change: a repeated submission, a session that was over already. */
  readonly changedNothing: boolean;
}

/** Runs what should leave an audit entry, and tells which entries it left. Watches that run side by side do not see each other. */
export async function watchDeeds<T>(body: () => Promise<T> | T): Promise<Watched<T>> {
  const watch: Watch = { actions: [], changedNothing: false };
  const answer = await watches.run(watch, async () => body());
  return { answer, ...watch };
}

export function noteDeed(action: string): void {
  watches.getStore()?.actions.push(action);
}

/** For a verb that succeeds without changing anything, around its answer: it owes no audit entry. */
export function nothingChanged(): void;
export function nothingChanged<T>(answer: T): T;
export function nothingChanged<T>(answer?: T): T | undefined {
  const watch = watches.getStore();
  if (watch) watch.changedNothing = true;
  return answer;
}
