export { AccountService } from './accounts/account.service.js';
export { AttemptLimit } from './attempts/attempt-limit.js';
export type { Attempt, AttemptDeed } from './attempts/attempt.rules.js';
export { AuditService } from './audit/audit.service.js';
export { IdentityModule } from './identity.module.js';
export { LinkService, type LinkDraft, type Visit } from './links/link.service.js';
export { OrganizationChoice } from './organizations/organization-choice.js';
export { Organization } from './organizations/organization.entity.js';
export { OrganizationRepository } from './organizations/organization.repository.js';
export { RoleService, type RoleGrant } from './roles/role.service.js';
export { originOf, type SessionOrigin } from './sessions/session-origin.js';
export { PasskeySignInService } from './passkeys/passkey-sign-in.service.js';
export type { PasskeyQuestion, PasskeyReply } from './passkeys/passkey.service.js';
export { ProofService } from './sessions/proof.service.js';
export { SessionCookie } from './sessions/session-cookie.js';
export { SecondStepService, type SignedInWithCodes } from './sign-in/second-step.service.js';
export type { SignedIn } from './sign-in/session-opener.js';
export {
  isSecondFactorNeeded,
  SignInService,
  type SecondFactorNeeded,
  type SignInRequest,
} from './sign-in/sign-in.service.js';
export { SignOutService } from './sign-in/sign-out.service.js';
export type { AuthenticatorSetup } from './factors/time-code.js';
