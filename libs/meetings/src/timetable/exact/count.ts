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
