export { BilateralMeeting } from './bilateral/bilateral-meeting.entity.js';
export {
  BilateralMeetingCancelled,
  BilateralMeetingHeld,
  BilateralMeetingNoShow,
  BilateralMeetingRescheduled,
} from './bilateral/bilateral-meeting.events.js';
export { meetingStateTerms } from './bilateral/bilateral-meeting.terms.js';
export type { BilateralMeetingState } from './bilateral/bilateral-meeting.rules.js';
export { BilateralMeetingService, type ChangeTerms } from './bilateral/bilateral-meeting.service.js';
export { MeetingAttendance } from './bilateral/meeting-attendance.entity.js';
export { MeetingBlock } from './blocks/meeting-block.entity.js';
export { MeetingBlockRepository } from './blocks/meeting-block.repository.js';
export { slotsOfBlock } from './blocks/meeting-block.rules.js';
export { MeetingBlockService, type BlockDraft } from './blocks/meeting-block.service.js';
export { MeetingTable } from './blocks/meeting-table.entity.js';
export { MeetingsModule } from './meetings.module.js';
export { MeetingParty } from './parties/meeting-party.entity.js';
export { MeetingPartyRepository } from './parties/meeting-party.repository.js';
export { MeetingPartyService } from './parties/meeting-party.service.js';
export { PartyAgendaRepository, type PartyMeeting, type PartyRequest } from './parties/party-agenda.repository.js';
export { PartyAvailability } from './parties/party-availability.entity.js';
export { PartyAvailabilityService } from './parties/party-availability.service.js';
export { MeetingRequest } from './requests/meeting-request.entity.js';
export { MeetingRequestAccepted, MeetingRequested } from './requests/meeting-request.events.js';
export { meetingRequestStateTerms } from './requests/meeting-request.terms.js';
export { isOpen, whoseTurn, type MeetingRequestState, type RequestDraft } from './requests/meeting-request.rules.js';
export { MeetingRequestService } from './requests/meeting-request.service.js';
export type { MeetingSlot } from './slots/slot-book.rules.js';
export { SlotService } from './slots/slot.service.js';
