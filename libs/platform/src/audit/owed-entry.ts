import { isRefusal } from '#kernel';
import { Logger } from '@nestjs/common';
import type { Config } from '../config/config.js';
import type { Watched } from './deed-watch.js';

const logger = new Logger('Audit');

/**
 * What is wrong with the entries that a successful verb left; null when nothing is. It owes one entry. When it writes more, since other
 * rows change with it, one of them bears its name.
 */
export function debtOf(verb: string, { answer, actions, changedNothing }: Watched<unknown>): string | null {
  if (hasFailed(answer) || changedNothing) return null;
  if (actions.length === 0) return `${verb} left no audit entry`;
  const own = actions.filter((action) => action === verb).length;
  return own === 1 || actions.length === 1
    ? null
    : `${verb} left ${own} entries of its own among ${actions.join(', ')}`;
}

/** A refusal; a list that was refused as a whole; or what Nest answers in place of a thrown error. */
function hasFailed(answer: unknown): boolean {
  if (isRefusal(answer) || answer instanceof Error) return true;
  const { refusals } = (answer ?? {}) as { refusals?: unknown };
  return Array.isArray(refusals) && refusals.length > 0;
}

/** A deed without its entry is a fault of ours: tests fail by it. In production the deed stands, and the log tells. */
export function reportDebt(config: Config, debt: string, requestId: string): void {
  if (config.mode === 'test') throw new Error(debt);
  logger.error({ message: debt, requestId });
}
