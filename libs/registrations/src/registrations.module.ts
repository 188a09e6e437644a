import { EventsModule } from '#events';
import { InstitutionsModule } from '#institutions';
import { PeopleModule } from '#people';
import { Module } from '@nestjs/common';
import { DelegationRepository } from './delegations/delegation.repository.js';
import { DelegationService } from './delegations/delegation.service.js';
import { SubmissionService } from './delegations/submission.service.js';
import { SeatRepository } from './quotas/seat.repository.js';
import { RegisterService } from './registrations/register.service.js';
import { Registrants } from './registrations/registrants.js';
import { RegistrationMoves } from './registrations/registration-moves.js';
import { RegistrationRepository } from './registrations/registration.repository.js';
import { RegistrationService } from './registrations/registration.service.js';
import { WaitingListJobs } from './registrations/waiting-list.jobs.js';
import { WaitingListService } from './registrations/waiting-list.service.js';

const faces = [
  DelegationRepository,
  DelegationService,
  RegisterService,
  RegistrationRepository,
  RegistrationService,
  SubmissionService,
];

@Module({
  imports: [EventsModule, InstitutionsModule, PeopleModule],
  providers: [...faces, Registrants, RegistrationMoves, SeatRepository, WaitingListJobs, WaitingListService],
  exports: faces,
})
export class RegistrationsModule {}
