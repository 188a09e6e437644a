import { FALSE, TRUE, type Clauses } from './clauses.js';

/**
 * Numbers in unary: literal `k` (from 0) says "at least k + 1". A count may claim too much only where it is used as a bound
 * from above ("up"), so that one direction of clauses is enough; "exact" writes both.
 */
export type Unary = readonly number[];
export type Direction = 'up' | 'exact';

/** How many of the literals are true, counted up to `limit`: a tree of merged halves (a totalizer). */
export function count(clauses: Clauses, literals: readonly number[], limit: number, direction: Direction): Unary {
  return sum(
    clauses,
    literals.filter((literal) => literal !== FALSE).map((literal) => [literal]),
    limit,
    direction,
  );
}

/** The sum of unary numbers, up to `limit`. */
export function sum(clauses: Clauses, numbers: readonly Unary[], limit: number, direction: Direction): Unary {
  if (numbers.length === 0) return [];
  if (numbers.length === 1) return numbers[0].slice(0, limit);
  const half = numbers.length >> 1;
  const left = sum(clauses, numbers.slice(0, half), limit, direction);
  const right = sum(clauses, numbers.slice(half), limit, direction);
  return merge(clauses, left, right, limit, direction);
}

function merge(clauses: Clauses, left: Unary, right: Unary, limit: number, direction: Direction): Unary {
  const most = Math.min(limit, left.length + right.length);
  const total = Array.from({ length: most }, () => clauses.variable());
  for (let i = 0; i <= left.length; i++) {
    for (let k = 0; k <= right.length; k++) {
      if (i + k > 0) {
        // At least i here and at least k there make at least i + k; beyond the limit, the limit.
        clauses.add(-atLeast(left, i), -atLeast(right, k), total[Math.min(i + k, most) - 1]);
      }
      if (direction === 'exact' && i + k < most) {
        clauses.add(atLeast(left, i + 1), atLeast(right, k + 1), -total[i + k]);
      }
    }
  }
  for (let k = 1; k < most; k++) clauses.add(-total[k], total[k - 1]);
  return total;
}

/** The literal for "at least k". */
export function atLeast(number: Unary, k: number): number {
  return k <= 0 ? TRUE : (number[k - 1] ?? FALSE);
}

/**
 * The sum of weights whose literal is true, as a map from every sum that can be reached (up to `limit`, beyond it `limit`)
 * to the literal for "at least that much". Counts from below only: it is true when the sum is.
 */
export function weigh(
  clauses: Clauses,
  items: readonly { literal: number; weight: number }[],
  limit: number,
): Map<number, number> {
  if (items.length === 0) return new Map();
  if (items.length === 1) return new Map([[Math.min(limit, items[0].weight), items[0].literal]]);
  const half = items.length >> 1;
  const left = [...weigh(clauses, items.slice(0, half), limit), [0, TRUE] as const];
  const right = [...weigh(clauses, items.slice(half), limit), [0, TRUE] as const];
  const sums = new Map<number, number>();
  for (const [one, first] of left) {
    for (const [other, second] of right) {
      const total = Math.min(limit, one + other);
      if (total === 0) continue;
      if (!sums.has(total)) sums.set(total, clauses.variable());
      clauses.add(-first, -second, sums.get(total)!);
    }
  }
  const inOrder = [...sums.keys()].sort((a, b) => a - b);
  for (let i = 1; i < inOrder.length; i++) clauses.add(-sums.get(inOrder[i])!, sums.get(inOrder[i - 1])!);
  return sums;
}
