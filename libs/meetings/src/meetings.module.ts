import { AgendaModule } from '#agenda';
import { CommunicationsModule } from '#communications';
import { EventsModule } from '#events';
import { InstitutionsModule } from '#institutions';
import { PeopleModule } from '#people';
import { Module } from '@nestjs/common';
import { BilateralMeetingExporter } from './bilateral/bilateral-meeting.export.js';
import { BilateralMeetingJobs } from './bilateral/bilateral-meeting.jobs.js';
import { BilateralMeetingRepository } from './bilateral/bilateral-meeting.repository.js';
import { BilateralMeetingService } from './bilateral/bilateral-meeting.service.js';
import { MeetingScheduler } from './bilateral/meeting-scheduler.js';
import { MeetingBlockDaysGuard } from './blocks/meeting-block-days.guard.js';
import { MeetingBlockRoomsGuard } from './blocks/meeting-block-rooms.guard.js';
import { MeetingBlockRepository } from './blocks/meeting-block.repository.js';
import { MeetingBlockService } from './blocks/meeting-block.service.js';
import { EventNames } from './letters/event-names.js';
import { MeetingLetters } from './letters/meeting-letters.js';
import { MeetingPartyLink } from './parties/meeting-party-link.js';
import { MeetingPartyRepository } from './parties/meeting-party.repository.js';
import { MeetingPartyService } from './parties/meeting-party.service.js';
import { PartyAgendaRepository } from './parties/party-agenda.repository.js';
import { PartyAvailabilityService } from './parties/party-availability.service.js';
import { MeetingRequestChange } from './requests/meeting-request-change.js';
import { MeetingRequestJobs } from './requests/meeting-request.jobs.js';
import { MeetingRequestRepository } from './requests/meeting-request.repository.js';
import { MeetingRequestService } from './requests/meeting-request.service.js';
import { MeetingRequestSweep } from './requests/meeting-request.sweep.js';
import { SlotRepository } from './slots/slot.repository.js';
import { SlotService } from './slots/slot.service.js';
import { BilateralMeetingFieldsResolver } from './bilateral/bilateral-meeting-fields.resolver.js';
import { BilateralMeetingResolver } from './bilateral/bilateral-meeting.resolver.js';
import { MeetingReminderResolver } from './bilateral/meeting-reminder.resolver.js';
import { MeetingBlockResolver } from './blocks/meeting-block.resolver.js';
import { MeetingPartyResolver } from './parties/meeting-party.resolver.js';
import { MeetingRequestFieldsResolver } from './requests/meeting-request-fields.resolver.js';
import { MeetingRequestResolver } from './requests/meeting-request.resolver.js';
import { SlotResolver } from './slots/slot.resolver.js';

const shared = [
  MeetingBlockRepository,
  MeetingBlockService,
  MeetingPartyRepository,
  MeetingPartyService,
  PartyAgendaRepository,
  PartyAvailabilityService,
  SlotService,
  MeetingRequestService,
  BilateralMeetingService,
];

const own = [
  BilateralMeetingExporter,
  BilateralMeetingJobs,
  EventNames,
  MeetingLetters,
  MeetingPartyLink,
  MeetingRequestJobs,
  MeetingBlockDaysGuard,
  MeetingBlockRoomsGuard,
  SlotRepository,
  MeetingRequestChange,
  MeetingRequestRepository,
  MeetingRequestSweep,
  BilateralMeetingRepository,
  MeetingScheduler,
];

const resolvers = [
  MeetingBlockResolver,
  MeetingPartyResolver,
  SlotResolver,
  MeetingRequestResolver,
  MeetingRequestFieldsResolver,
  BilateralMeetingResolver,
  BilateralMeetingFieldsResolver,
  MeetingReminderResolver,
];

@Module({
  imports: [AgendaModule, CommunicationsModule, EventsModule, InstitutionsModule, PeopleModule],
  providers: [...shared, ...own, ...resolvers],
  exports: shared,
})
export class MeetingsModule {}
