import { Lifecycle } from '#kernel';

export type RegistrationState =
  | 'draft'
  | 'submitted'
  | 'awaiting_focal_point'
  | 'under_review'
  | 'confirmed'
  | 'waitlisted'
  | 'offered'
  | 'expired'
  | 'rejected'
  | 'substituted'
  | 'withdrawn'
  | 'cancelled';

/** `withdrawn` by the delegation itself, `cancelled` by the organisers: both may happen to any registration that is still alive. */
export const registrationLifecycle = new Lifecycle<RegistrationState>({
  draft: ['submitted', 'withdrawn', 'cancelled'],
  submitted: ['awaiting_focal_point', 'under_review', 'withdrawn', 'cancelled'],
  awaiting_focal_point: ['under_review', 'withdrawn', 'cancelled'],
  under_review: ['confirmed', 'waitlisted', 'rejected', 'withdrawn', 'cancelled'],
  confirmed: ['substituted', 'withdrawn', 'cancelled'],
  waitlisted: ['offered', 'withdrawn', 'cancelled'],
  offered: ['confirmed', 'expired', 'withdrawn', 'cancelled'],
  expired: [],
  rejected: [],
  substituted: [],
  withdrawn: [],
  cancelled: [],
});

/** States that occupy a seat of the delegation's quota: an offered seat is kept for whom it was offered to. */
export const seatedStates: readonly RegistrationState[] = [
  'draft',
  'submitted',
  'awaiting_focal_point',
  'under_review',
  'confirmed',
  'offered',
];

export function holdsSeat(state: RegistrationState): boolean {
  return seatedStates.includes(state);
}

/** States in which a person takes part or may still come to; a person has at most one such registration per event. */
export const activeStates: readonly RegistrationState[] = [...seatedStates, 'waitlisted'];

/** How many seats a move gives back (1), takes (-1) or leaves alone (0). */
export function seatsFreed(from: RegistrationState, to: RegistrationState): number {
  return Number(holdsSeat(from)) - Number(holdsSeat(to));
}

/** The states that a seat within the quota goes through when its delegation is sent. */
export function pathWhenSent(needsReview: boolean): readonly RegistrationState[] {
  return needsReview ? ['submitted', 'under_review'] : ['submitted', 'under_review', 'confirmed'];
}

const offerHours = 48;

/** Until when an offered seat is kept: 48 hours, but never past the start of the event. Null when the event has begun. */
export function offerEnd(now: Date, eventStart: Date): Date | null {
  if (now >= eventStart) return null;
  return new Date(Math.min(now.getTime() + offerHours * 3_600_000, eventStart.getTime()));
}
