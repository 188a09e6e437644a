import { declareEvent } from '#platform';

/** An institution takes part in an event's bilateral meetings. */
export const MeetingPartyJoined = declareEvent<{ partyId: string }>('MeetingPartyJoined');
export const MeetingPartyAvailabilityChanged = declareEvent<{ partyId: string }>('MeetingPartyAvailabilityChanged');
