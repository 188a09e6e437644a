import { declareEvent } from '#platform';

export const MeetingRequested = declareEvent<{ requestId: string }>('MeetingRequested');
/** Accepted, and its meeting has a slot and a table. */
export const MeetingRequestAccepted = declareEvent<{ requestId: string; meetingId: string }>('MeetingRequestAccepted');
export const MeetingRequestDeclined = declareEvent<{ requestId: string }>('MeetingRequestDeclined');
export const MeetingRequestCounterProposed = declareEvent<{ requestId: string }>('MeetingRequestCounterProposed');
export const MeetingRequestWithdrawn = declareEvent<{ requestId: string }>('MeetingRequestWithdrawn');
export const MeetingRequestExpired = declareEvent<{ requestId: string }>('MeetingRequestExpired');
