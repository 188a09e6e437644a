import { CommunicationsModule } from '#communications';
import { PeopleModule } from '#people';
import { RegistrationsModule } from '#registrations';
import { Module } from '@nestjs/common';
import { AssistantGrantJobs } from './assistants/assistant-grant.jobs.js';
import { AssistantGrantRepository } from './assistants/assistant-grant.repository.js';
import { AssistantService } from './assistants/assistant.service.js';
import { OneTimeCodeJobs } from './codes/one-time-code.jobs.js';
import { OneTimeCodeRepository } from './codes/one-time-code.repository.js';
import { OneTimeCodeService } from './codes/one-time-code.service.js';
import { LostLinkJobs } from './lost-links/lost-link.jobs.js';
import { LostLinkRequestRepository } from './lost-links/lost-link-request.repository.js';
import { LostLinkService } from './lost-links/lost-link.service.js';
import { OwnRowsRepository } from './own-rows/own-rows.repository.js';
import { GuestPasskeyRepository } from './passkeys/guest-passkey.repository.js';
import { GuestPasskeySignIn } from './passkeys/guest-passkey-sign-in.service.js';
import { GuestPasskeyService } from './passkeys/guest-passkey.service.js';
import { AcquaintanceRepository } from './sessions/acquaintance.repository.js';
import { GuestSessionRepository } from './sessions/guest-session.repository.js';
import { GuestSessionService } from './sessions/guest-session.service.js';
import { LinkDoor } from './sessions/link-door.js';

@Module({
  imports: [CommunicationsModule, PeopleModule, RegistrationsModule],
  providers: [
    AcquaintanceRepository,
    AssistantGrantJobs,
    AssistantGrantRepository,
    AssistantService,
    GuestPasskeyRepository,
    GuestPasskeyService,
    GuestPasskeySignIn,
    GuestSessionRepository,
    GuestSessionService,
    LinkDoor,
    LostLinkJobs,
    LostLinkRequestRepository,
    LostLinkService,
    OneTimeCodeJobs,
    OneTimeCodeRepository,
    OneTimeCodeService,
    OwnRowsRepository,
  ],
  exports: [
    AssistantGrantRepository,
    AssistantService,
    GuestPasskeyService,
    GuestPasskeySignIn,
    GuestSessionService,
    LinkDoor,
    LostLinkService,
    OneTimeCodeRepository,
    OneTimeCodeService,
    OwnRowsRepository,
  ],
})
export class GuestsModule {}
