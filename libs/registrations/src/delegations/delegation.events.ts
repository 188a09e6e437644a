import { declareEvent } from '#platform';

export type DelegationFact = { delegationId: string };

export const DelegationCreated = declareEvent<DelegationFact>('DelegationCreated');
export const DelegationOpened = declareEvent<DelegationFact>('DelegationOpened');
export const DelegationQuotaChanged = declareEvent<DelegationFact>('DelegationQuotaChanged');
export const DelegationAccredited = declareEvent<DelegationFact>('DelegationAccredited');
export const DelegationClosed = declareEvent<DelegationFact>('DelegationClosed');

/** `submittedAt` (ISO 8601) tells one sending from a later one. */
export const DelegationSubmitted = declareEvent<DelegationFact & { submittedAt: string }>('DelegationSubmitted');
