import { AuditTrail, LinkResolver, ViewerSource } from '#platform';
import { Global, Module } from '@nestjs/common';
import { AccountRepository } from './accounts/account.repository.js';
import { AccountResolver } from './accounts/account.resolver.js';
import { AccountService } from './accounts/account.service.js';
import { AttemptLimit } from './attempts/attempt-limit.js';
import { AttemptRepository } from './attempts/attempt.repository.js';
import { AuditService } from './audit/audit.service.js';
import { LinkService } from './links/link.service.js';
import { SignedLinkRepository } from './links/signed-link.repository.js';
import { OrganizationChoice } from './organizations/organization-choice.js';
import { OrganizationRepository } from './organizations/organization.repository.js';
import { EventStaffRepository } from './roles/event-staff.repository.js';
import { EventStaffResolver } from './roles/event-staff.resolver.js';
import { RoleService } from './roles/role.service.js';
import { OwnPasswordService } from './sessions/own-password.service.js';
import { ProofResolver } from './sessions/proof.resolver.js';
import { ProofService } from './sessions/proof.service.js';
import { SessionCookie } from './sessions/session-cookie.js';
import { SessionService } from './sessions/session.service.js';
import { SignInResolver } from './sessions/sign-in.resolver.js';
import { SignInService } from './sessions/sign-in.service.js';
import { StaffSessionRepository } from './sessions/staff-session.repository.js';
import { CookieViewerSource } from './viewer/cookie-viewer-source.js';

@Global()
@Module({
  providers: [
    AccountRepository,
    AccountResolver,
    AccountService,
    AttemptLimit,
    AttemptRepository,
    AuditService,
    EventStaffRepository,
    EventStaffResolver,
    LinkService,
    OrganizationChoice,
    OrganizationRepository,
    OwnPasswordService,
    ProofResolver,
    ProofService,
    RoleService,
    SessionCookie,
    SessionService,
    SignedLinkRepository,
    SignInResolver,
    SignInService,
    StaffSessionRepository,
    { provide: AuditTrail, useExisting: AuditService },
    { provide: LinkResolver, useExisting: LinkService },
    { provide: ViewerSource, useClass: CookieViewerSource },
  ],
  exports: [
    AccountService,
    AttemptLimit,
    AuditService,
    AuditTrail,
    LinkResolver,
    LinkService,
    OrganizationChoice,
    OrganizationRepository,
    RoleService,
    SessionCookie,
    SignInService,
    ViewerSource,
  ],
})
export class IdentityModule {}
