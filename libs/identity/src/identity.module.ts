import { AuditTrail, LinkResolver, ViewerSource } from '#platform';
import { Global, Module } from '@nestjs/common';
import { AccountLinkService } from './account-links/account-link.service.js';
import { RecoveryService } from './account-links/recovery.service.js';
import { AccountRepository } from './accounts/account.repository.js';
import { AccountResolver } from './accounts/account.resolver.js';
import { AccountInvitationService } from './accounts/account-invitation.service.js';
import { AccountService } from './accounts/account.service.js';
import { AttemptLimit } from './attempts/attempt-limit.js';
import { AttemptRepository } from './attempts/attempt.repository.js';
import { AuditListRepository } from './audit/audit-list.repository.js';
import { AuditResolver } from './audit/audit.resolver.js';
import { AuditRepository } from './audit/audit.repository.js';
import { ApiKeyRepository } from './api-keys/api-key.repository.js';
import { ApiKeyResolver } from './api-keys/api-key.resolver.js';
import { ApiKeyService } from './api-keys/api-key.service.js';
import { ApiKeyViewer } from './api-keys/api-key-viewer.js';
import { AuditExporter } from './audit/audit.export.js';
import { AuditErasure } from './audit/audit-erasure.service.js';
import { AuditSealing } from './audit/audit-sealing.service.js';
import { AuditService } from './audit/audit.service.js';
import { AuthenticatorService } from './factors/authenticator.service.js';
import { FactorRepository } from './factors/factor.repository.js';
import { SecondFactorService } from './factors/second-factor.service.js';
import { LinkService } from './links/link.service.js';
import { SignedLinkRepository } from './links/signed-link.repository.js';
import { OidcIssuer } from './oidc/oidc-issuer.js';
import { OidcSignInService } from './oidc/oidc-sign-in.service.js';
import { OrganizationChoice } from './organizations/organization-choice.js';
import { OrganizationResolver } from './organizations/organization.resolver.js';
import { OrganizationService } from './organizations/organization.service.js';
import { RoleRepository } from './roles/role.repository.js';
import { RoleResolver } from './roles/role.resolver.js';
import { OrganizationRepository } from './organizations/organization.repository.js';
import { PasskeyCeremony } from './passkeys/passkey-ceremony.js';
import { ChallengeRepository } from './passkeys/challenge.repository.js';
import { PasskeyRepository } from './passkeys/passkey.repository.js';
import { PasskeyService } from './passkeys/passkey.service.js';
import { PasskeySignInService } from './passkeys/passkey-sign-in.service.js';
import { PasskeyProofService } from './passkeys/passkey-proof.service.js';
import { PasskeyResolver } from './passkeys/passkey.resolver.js';
import { MyAccountResolver } from './my-account/my-account.resolver.js';
import { MyAccountService } from './my-account/my-account.service.js';
import { OwnFactorsService } from './my-account/own-factors.service.js';
import { OwnSessionsService } from './sessions/own-sessions.service.js';
import { EventStaffRepository } from './roles/event-staff.repository.js';
import { EventStaffResolver } from './roles/event-staff.resolver.js';
import { RoleService } from './roles/role.service.js';
import { OwnPasswordService } from './sessions/own-password.service.js';
import { ProofResolver } from './sessions/proof.resolver.js';
import { ProofService } from './sessions/proof.service.js';
import { OwnPasswordResolver } from './sessions/own-password.resolver.js';
import { SessionCookie } from './sessions/session-cookie.js';
import { SessionService } from './sessions/session.service.js';
import { StaffSessionRepository } from './sessions/staff-session.repository.js';
import { PendingSignInRepository } from './sign-in/pending-sign-in.repository.js';
import { SecondStepService } from './sign-in/second-step.service.js';
import { SessionOpener } from './sign-in/session-opener.js';
import { SignInResolver } from './sign-in/sign-in.resolver.js';
import { SignInService } from './sign-in/sign-in.service.js';
import { SignOutService } from './sign-in/sign-out.service.js';
import { CookieViewerSource } from './viewer/cookie-viewer-source.js';

@Global()
@Module({
  providers: [
    AccountLinkService,
    AccountRepository,
    RecoveryService,
    AccountResolver,
    AccountInvitationService,
    AccountService,
    AttemptLimit,
    AttemptRepository,
    ApiKeyRepository,
    ApiKeyResolver,
    ApiKeyService,
    ApiKeyViewer,
    AuditErasure,
    AuditExporter,
    AuditListRepository,
    AuditRepository,
    AuditResolver,
    AuditSealing,
    AuditService,
    EventStaffRepository,
    EventStaffResolver,
    LinkService,
    OrganizationChoice,
    OrganizationRepository,
    OrganizationResolver,
    OrganizationService,
    RoleRepository,
    RoleResolver,
    OwnPasswordService,
    ProofResolver,
    ProofService,
    RoleService,
    SessionCookie,
    SessionService,
    SignedLinkRepository,
    SignInResolver,
    SignInService,
    SignOutService,
    AuthenticatorService,
    OidcIssuer,
    OidcSignInService,
    PasskeyCeremony,
    ChallengeRepository,
    PasskeyRepository,
    PasskeyService,
    PasskeySignInService,
    PasskeyProofService,
    PasskeyResolver,
    MyAccountResolver,
    MyAccountService,
    OwnFactorsService,
    OwnSessionsService,
    FactorRepository,
    OwnPasswordResolver,
    PendingSignInRepository,
    SecondFactorService,
    SecondStepService,
    SessionOpener,
    StaffSessionRepository,
    { provide: AuditTrail, useExisting: AuditService },
    { provide: LinkResolver, useExisting: LinkService },
    { provide: ViewerSource, useClass: CookieViewerSource },
  ],
  exports: [
    AccountLinkService,
    AccountRepository,
    AuditErasure,
    AuditSealing,
    AccountService,
    RecoveryService,
    AttemptLimit,
    AuditService,
    AuditTrail,
    LinkResolver,
    LinkService,
    OrganizationChoice,
    OrganizationRepository,
    OrganizationService,
    RoleService,
    OidcSignInService,
    ChallengeRepository,
    PasskeyCeremony,
    PasskeySignInService,
    ProofService,
    SessionCookie,
    SecondStepService,
    SignInService,
    SignOutService,
    ViewerSource,
  ],
})
export class IdentityModule {}
