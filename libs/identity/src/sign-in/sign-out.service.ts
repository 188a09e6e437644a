import { nothingChanged, UnitOfWork, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import { SessionService } from '../sessions/session.service.js';

@Injectable()
export class SignOutService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: SessionService,
    private readonly audit: AuditService,
  ) {}

  /** Ends the session of whoever asks; to end one that there is not is no fault. */
  async signOut(viewer: Viewer): Promise<void> {
    if (viewer.kind !== 'staff') return nothingChanged();
    const { sessionId } = viewer;
    await this.unitOfWork.run(async (work) => {
      await this.sessions.end(work, viewer.accountId, sessionId);
      await this.audit.record(work, { viewer, action: 'signOut', subject: 'StaffSession', subjectId: sessionId });
    });
  }
}
