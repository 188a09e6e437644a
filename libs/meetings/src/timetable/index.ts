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
export { bestSlot, bestSlotIn, withOffer, type BestSlotOptions, type Move, type SlotOffer } from './live/best-slot.js';
export { explain, explainAll, worksWith, type Explanation } from './live/explain.js';
export { explanationWords } from './live/explanation.words.js';
export { LivePlan } from './live/live-plan.js';
export { type Reason } from './live/reasons.js';
export { relax, type Relaxation } from './live/relaxation.js';
export { replan, type Replan, type ReplanOptions } from './live/replan.js';
