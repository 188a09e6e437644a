import type { Role } from './role.js';
import { prove, search, searchSteps } from './search-role.js';

/** Which role a thread plays; plain data, so that it can be sent to a thread. */
export type Assignment = 'search' | 'prove' | { readonly steps: number };

export function roleNamed(assignment: Assignment): Role {
  if (assignment === 'search') return search;
  if (assignment === 'prove') return prove;
  return searchSteps(assignment.steps);
}
