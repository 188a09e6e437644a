import { CommunicationsModule } from '#communications';
import { EventsModule } from '#events';
import { InstitutionsModule } from '#institutions';
import { PeopleModule } from '#people';
import { Module } from '@nestjs/common';
import { DelegationJobs } from './delegations/delegation.jobs.js';
import { DelegationLinks } from './delegations/delegation-links.js';
import { DelegationExporter } from './delegations/delegation.export.js';
import { DelegationImporter } from './delegations/delegation.import.js';
import { FocalPointService } from './delegations/focal-point.service.js';
import { DelegationRepository } from './delegations/delegation.repository.js';
import { DelegationService } from './delegations/delegation.service.js';
import { DelegationResolver } from './delegations/delegation.resolver.js';
import { GrantedDelegations } from './delegations/granted-delegations.js';
import { SubmissionService } from './delegations/submission.service.js';
import { EventCards } from './event-card/event-card.js';
import { BulkInvitation } from './invitations/bulk-invitation.js';
import { FocalPointSubjects } from './invitations/focal-point-subjects.js';
import { InvitationAnswerService } from './invitations/invitation-answer.service.js';
import { InvitationExporter } from './invitations/invitation.export.js';
import { InvitationJobs } from './invitations/invitation.jobs.js';
import { InvitationMailer } from './invitations/invitation-mailer.js';
import { InvitationRepository } from './invitations/invitation.repository.js';
import { InvitationSender } from './invitations/invitation-sender.js';
import { InvitationService } from './invitations/invitation.service.js';
import { InvitationFieldsResolver } from './invitations/invitation-fields.resolver.js';
import { InvitationResolver } from './invitations/invitation.resolver.js';
import { Invitees } from './invitations/invitees.js';
import { EventQuotaResolver } from './quotas/event-quota.resolver.js';
import { EventQuotaService } from './quotas/event-quota.service.js';
import { SeatRepository } from './quotas/seat.repository.js';
import { RegisterService } from './registrations/register.service.js';
import { Registrants } from './registrations/registrants.js';
import { RegistrationExporter } from './registrations/registration.export.js';
import { RegistrationJobs } from './registrations/registration.jobs.js';
import { RegistrationMailer } from './registrations/registration-mailer.js';
import { RegistrationMoves } from './registrations/registration-moves.js';
import { RegistrationRepository } from './registrations/registration.repository.js';
import { RegistrationResolver } from './registrations/registration.resolver.js';
import { DelegationPeopleResolver, RegisteredPersonResolver } from './registrations/registered-people.resolver.js';
import { RegistrationService } from './registrations/registration.service.js';
import { WaitingListJobs } from './registrations/waiting-list.jobs.js';
import { WaitingListService } from './registrations/waiting-list.service.js';

const faces = [
  DelegationRepository,
  DelegationService,
  EventCards,
  EventQuotaService,
  FocalPointService,
  InvitationAnswerService,
  InvitationRepository,
  InvitationService,
  RegisterService,
  RegistrationRepository,
  RegistrationService,
  SubmissionService,
];
const parts = [
  BulkInvitation,
  DelegationExporter,
  DelegationImporter,
  DelegationLinks,
  FocalPointSubjects,
  GrantedDelegations,
  InvitationExporter,
  InvitationMailer,
  InvitationSender,
  Invitees,
  Registrants,
  RegistrationExporter,
  RegistrationMailer,
  RegistrationMoves,
  SeatRepository,
  WaitingListService,
];
const resolvers = [
  DelegationPeopleResolver,
  DelegationResolver,
  EventQuotaResolver,
  InvitationFieldsResolver,
  InvitationResolver,
  RegisteredPersonResolver,
  RegistrationResolver,
];
const jobs = [DelegationJobs, InvitationJobs, RegistrationJobs, WaitingListJobs];

@Module({
  imports: [CommunicationsModule, EventsModule, InstitutionsModule, PeopleModule],
  providers: [...faces, ...parts, ...resolvers, ...jobs],
  exports: faces,
})
export class RegistrationsModule {}
