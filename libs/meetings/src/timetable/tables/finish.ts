import { planOf } from '../optimiser/plan.js';
import type { Plan } from '../problem.js';
import type { Timetable } from '../search/timetable.js';

export function finish(timetable: Timetable, _seed: number): Plan {
  return planOf(timetable);
}
