import { declareEvent, type DomainEvent } from '#platform';
import type { RegistrationState } from './registration.rules.js';

export type RegistrationFact = { registrationId: string };

export const RegistrationEntered = declareEvent<RegistrationFact>('RegistrationEntered');
export const RegistrationCorrected = declareEvent<RegistrationFact>('RegistrationCorrected');
export const RegistrationConfirmed = declareEvent<RegistrationFact>('RegistrationConfirmed');
export const SeatOffered = declareEvent<RegistrationFact>('SeatOffered');

/** A confirmed person does not come any more; they had been told that they would. */
export const ConfirmedRegistrationEnded = declareEvent<RegistrationFact>('ConfirmedRegistrationEnded');

/** At least one seat of the event is free again. */
export const SeatsFreed = declareEvent<{ eventId: string }>('SeatsFreed');

/** What is announced when a registration comes to rest in a state. */
export const arrivals: Readonly<Record<RegistrationState, DomainEvent<RegistrationFact>>> = {
  draft: RegistrationEntered,
  submitted: declareEvent<RegistrationFact>('RegistrationSubmitted'),
  awaiting_focal_point: declareEvent<RegistrationFact>('RegistrationAwaitsFocalPoint'),
  under_review: declareEvent<RegistrationFact>('RegistrationUnderReview'),
  confirmed: RegistrationConfirmed,
  waitlisted: declareEvent<RegistrationFact>('RegistrationWaitlisted'),
  offered: SeatOffered,
  expired: declareEvent<RegistrationFact>('SeatOfferExpired'),
  rejected: declareEvent<RegistrationFact>('RegistrationRejected'),
  substituted: declareEvent<RegistrationFact>('RegistrationSubstituted'),
  withdrawn: declareEvent<RegistrationFact>('RegistrationWithdrawn'),
  cancelled: declareEvent<RegistrationFact>('RegistrationCancelled'),
};
