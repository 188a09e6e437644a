import { CommunicationsModule } from '#communications';
import { EventsModule } from '#events';
import { PeopleModule } from '#people';
import { Module } from '@nestjs/common';
import { AnonymisationJobs } from './anonymisation/anonymisation.jobs.js';
import { AnonymisationService } from './anonymisation/anonymisation.service.js';
import { ErasureRepository } from './anonymisation/erasure.repository.js';
import { OwnDataService } from './own-data/own-data.service.js';
import { PrivacyRequestJobs } from './requests/privacy-request.jobs.js';
import { PrivacyRequestRepository } from './requests/privacy-request.repository.js';
import { PrivacyRequestResolver } from './requests/privacy-request.resolver.js';
import { PrivacyRequestService } from './requests/privacy-request.service.js';
import { RetentionRepository } from './retention/retention.repository.js';
import { RetentionResolver } from './retention/retention.resolver.js';
import { RetentionRuleResolver } from './retention/retention-rule.resolver.js';
import { RetentionRuleService } from './retention/retention-rule.service.js';
import { RetentionService } from './retention/retention.service.js';

@Module({
  imports: [CommunicationsModule, EventsModule, PeopleModule],
  providers: [
    AnonymisationJobs,
    AnonymisationService,
    ErasureRepository,
    OwnDataService,
    PrivacyRequestJobs,
    PrivacyRequestRepository,
    PrivacyRequestResolver,
    PrivacyRequestService,
    RetentionRepository,
    RetentionResolver,
    RetentionRuleResolver,
    RetentionRuleService,
    RetentionService,
  ],
  exports: [AnonymisationService, OwnDataService, PrivacyRequestService, RetentionService],
})
export class PrivacyModule {}
