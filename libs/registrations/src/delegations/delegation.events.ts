import { declareEvent } from '#platform';

export type DelegationFact = { delegationId: string };

export const DelegationCreated = declareEvent<DelegationFact>('DelegationCreated');
export const DelegationOpened = declareEvent<DelegationFact>('DelegationOpened');
export const DelegationQuotaChanged = declareEvent<DelegationFact>('DelegationQuotaChanged');
export const DelegationAccredited = declareEvent<DelegationFact>('DelegationAccredited');
export const DelegationClosed = declareEvent<DelegationFact>('DelegationClosed');

/** `submittedAt` (ISO 8601) tells one sending from a later one. */
export const DelegationSubmitted = declareEvent<DelegationFact & { submittedAt: string }>('DelegationSubmitted');

/** `linkId` tells one handing over from a later one, also back to the same person. */
export const DelegationHandedOver = declareEvent<DelegationFact & { linkId: string }>('DelegationHandedOver');
