export { AccountService } from './accounts/account.service.js';
export { AuditService } from './audit/audit.service.js';
export { IdentityModule } from './identity.module.js';
export { LinkService, type LinkDraft, type Visit } from './links/link.service.js';
export { RoleService, type RoleGrant } from './roles/role.service.js';
export { SessionCookie } from './sessions/session-cookie.js';
export { SignInService, type SignInRequest } from './sessions/sign-in.service.js';
