import type { Refusal } from '#kernel';

/**
 * The answer to a list: every row was done, or none was and each refusal says what to mend (its field names the row).
 * Exactly one of the two is filled.
 */
export interface AllOrNothing<Row> {
  readonly done: readonly Row[];
  readonly refusals: readonly Refusal[];
}

export function allDone<Row>(rows: readonly Row[]): AllOrNothing<Row> {
  return { done: rows, refusals: [] };
}

export function nothingDone<Row>(refusals: readonly Refusal[]): AllOrNothing<Row> {
  return { done: [], refusals };
}
