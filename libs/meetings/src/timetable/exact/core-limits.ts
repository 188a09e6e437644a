import type { Omissions } from '../omissions.js';
import type { Clauses } from './clauses.js';
import { atLeast, count, type Unary } from './count.js';

/** Of each core no more is left out than of a plan that places the most. `placed`: literals by meeting. */
export function limitOmissions(clauses: Clauses, { cores }: Omissions, placed: readonly number[]): void {
  const leftOut: Unary[] = [];
  for (const { meetings, surpluses, most } of cores) {
    const counted = [
      ...meetings.map((m) => -placed[m]),
      ...surpluses.map((surplus) => atLeast(leftOut[surplus.core], surplus.count)),
    ];
    const number = count(clauses, counted, most + 1, 'up');
    clauses.add(-atLeast(number, most + 1));
    leftOut.push(number);
  }
}
