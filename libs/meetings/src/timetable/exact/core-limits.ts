import type { Omissions } from '../omissions.js';
import type { Clauses } from './clauses.js';
import { atLeast, count, type Unary } from './count.js';

/** Of each core as many are left out as in a plan that places the most, no more and no fewer. `placed`: literals by meeting. */
export function limitOmissions(clauses: Clauses, { cores }: Omissions, placed: readonly number[]): void {
  const leftOut: Unary[] = [];
  for (const { meetings, surpluses, least, most } of cores) {
    const counted = [
      ...meetings.map((m) => -placed[m]),
      ...surpluses.map((surplus) => atLeast(leftOut[surplus.core], surplus.count)),
    ];
    const number = count(clauses, counted, most + 1, 'exact');
    clauses.add(atLeast(number, least));
    clauses.add(-atLeast(number, most + 1));
    leftOut.push(number);
  }
}
