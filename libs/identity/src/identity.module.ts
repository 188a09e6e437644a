import { LinkResolver, ViewerSource } from '#platform';
import { Global, Module } from '@nestjs/common';
import { AuditService } from './audit/audit.service.js';
import { LinkService } from './links/link.service.js';
import { SignedLinkRepository } from './links/signed-link.repository.js';
import { SessionCookie } from './sessions/session-cookie.js';
import { SessionService } from './sessions/session.service.js';
import { StaffSessionRepository } from './sessions/staff-session.repository.js';
import { CookieViewerSource } from './viewer/cookie-viewer-source.js';

@Global()
@Module({
  providers: [
    AuditService,
    LinkService,
    SessionCookie,
    SessionService,
    SignedLinkRepository,
    StaffSessionRepository,
    { provide: LinkResolver, useExisting: LinkService },
    { provide: ViewerSource, useClass: CookieViewerSource },
  ],
  exports: [AuditService, LinkResolver, LinkService, SessionCookie, ViewerSource],
})
export class IdentityModule {}
