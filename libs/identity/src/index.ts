export { AuditService, type Deed } from './audit/audit.service.js';
export { IdentityModule } from './identity.module.js';
export { LinkService, type LinkDraft, type Visit } from './links/link.service.js';
