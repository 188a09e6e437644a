import { AgendaModule } from '#agenda';
import { CommunicationsModule } from '#communications';
import { EventsModule } from '#events';
import { GuestsModule } from '#guests';
import { IdentityModule } from '#identity';
import { InstitutionsModule } from '#institutions';
import { MeetingsModule } from '#meetings';
import { PeopleModule } from '#people';
import { ClockModule, ConfigModule, DatabaseModule, MailModule, SearchModule, SheetsModule } from '#platform';
import { PrivacyModule } from '#privacy';
import { RegistrationsModule } from '#registrations';
import { StaffModule } from '#staff';
import { Module } from '@nestjs/common';

/** What the api and the worker have in common: the plumbing without a process of its own, and every noun. */
@Module({
  imports: [
    ConfigModule,
    DatabaseModule,
    ClockModule,
    MailModule,
    SearchModule,
    SheetsModule,
    IdentityModule,
    InstitutionsModule,
    CommunicationsModule,
    PeopleModule,
    StaffModule,
    EventsModule,
    AgendaModule,
    RegistrationsModule,
    MeetingsModule,
    GuestsModule,
    PrivacyModule,
  ],
})
export class DomainModule {}
