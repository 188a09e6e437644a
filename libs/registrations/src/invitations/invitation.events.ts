import { declareEvent } from '#platform';

export type InvitationFact = { invitationId: string };

/** `sends` counts how often it was queued, so that a resend is another fact. */
export const InvitationQueued = declareEvent<InvitationFact & { sends: string }>('InvitationQueued');
export const InvitationAccepted = declareEvent<InvitationFact>('InvitationAccepted');
export const InvitationDeclined = declareEvent<InvitationFact>('InvitationDeclined');
export const InvitationDelegated = declareEvent<InvitationFact>('InvitationDelegated');
export const InvitationExpired = declareEvent<InvitationFact>('InvitationExpired');
export const InvitationRevoked = declareEvent<InvitationFact>('InvitationRevoked');
export const InvitationAcceptedOtherWay = declareEvent<InvitationFact>('InvitationAcceptedOtherWay');
