import { EventsModule } from '#events';
import { MeetingsModule } from '#meetings';
import { RegistrationsModule } from '#registrations';
import { Module } from '@nestjs/common';
import { SignedLinkModule } from '../signed-link/signed-link.module.js';
import { DelegationMeetingsController } from './delegation-meetings.controller.js';
import { MeetingCalendarController } from './meeting-calendar.controller.js';
import { MeetingDeeds } from './meeting-deeds.js';
import { MeetingScreens } from './meeting-screens.js';
import { MeetingViews } from './meeting-views.js';
import { MyMeetingsController } from './my-meetings.controller.js';

@Module({
  imports: [EventsModule, MeetingsModule, RegistrationsModule, SignedLinkModule],
  controllers: [MyMeetingsController, MeetingCalendarController, DelegationMeetingsController],
  providers: [MeetingViews, MeetingScreens, MeetingDeeds],
})
export class MeetingPagesModule {}
