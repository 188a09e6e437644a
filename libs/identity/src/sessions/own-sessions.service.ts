import { Clock } from '#kernel';
import { NotAllowed, nothingChanged, UnitOfWork, type StaffViewer, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import { SessionService } from './session.service.js';
import type { StaffSession } from './staff-session.entity.js';
import { StaffSessionRepository } from './staff-session.repository.js';

/** Staff see where they are signed in, and end what they do not recognise. */
@Injectable()
export class OwnSessionsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly sessions: SessionService,
    private readonly repository: StaffSessionRepository,
    private readonly audit: AuditService,
  ) {}

  of(viewer: Viewer): Promise<StaffSession[]> {
    return this.repository.liveOf(staff(viewer).accountId, this.clock.now());
  }

  /** Ends one of their own; one that is over already, or somebody else's, is left alone. */
  async end(viewer: Viewer, sessionId: string): Promise<void> {
    const { accountId } = staff(viewer);
    await this.unitOfWork.run(async (work) => {
      if (!(await this.sessions.end(work, accountId, sessionId))) return nothingChanged();
      const deed = { viewer, action: 'endMySession', subject: 'StaffSession', subjectId: sessionId };
      await this.audit.record(work, deed);
    });
  }

  /** Ends all but the one that asks. */
  async endOthers(viewer: Viewer): Promise<void> {
    const { accountId, sessionId } = staff(viewer);
    await this.unitOfWork.run(async (work) => {
      await this.sessions.endAll(work, accountId, sessionId);
      const deed = { viewer, action: 'endMyOtherSessions', subject: 'Account', subjectId: accountId };
      await this.audit.record(work, deed);
    });
  }
}

function staff(viewer: Viewer): StaffViewer {
  if (viewer.kind !== 'staff') throw new NotAllowed();
  return viewer;
}
