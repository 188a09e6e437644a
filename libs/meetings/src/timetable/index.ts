export type {
  Attendee,
  HalfDay,
  Meeting,
  Party,
  Placement,
  Plan,
  SessionDuty,
  Side,
  Slot,
  TimetableProblem,
  Zone,
} from './problem.js';
export { contradictionsOf, type Contradiction } from './contradictions.js';
export { contradictionWords } from './contradiction.words.js';
export { DznFault, readDzn } from './dzn.js';
export { type Quality } from './quality.js';
export { verify, type Violation } from './verify.js';
export { optimise, type Answer, type Optimisation, type OptimiseOptions, type Progress } from './optimiser/optimise.js';
