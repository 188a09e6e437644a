import { declareEvent } from '#platform';

export const BilateralMeetingRescheduled = declareEvent<{ meetingId: string }>('BilateralMeetingRescheduled');
export const BilateralMeetingCancelled = declareEvent<{ meetingId: string }>('BilateralMeetingCancelled');
export const BilateralMeetingHeld = declareEvent<{ meetingId: string }>('BilateralMeetingHeld');
export const BilateralMeetingNoShow = declareEvent<{ meetingId: string; partyId: string }>('BilateralMeetingNoShow');
