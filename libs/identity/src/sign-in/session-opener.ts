import { theSystem, UnitOfWork, type StaffViewer, type Viewer, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { AuditService } from '../audit/audit.service.js';
import type { SessionOrigin } from '../sessions/session-origin.js';
import { SessionService } from '../sessions/session.service.js';

/** A session that has just begun: `token` belongs into the cookie and is never seen again. */
export interface SignedIn {
  readonly token: string;
  readonly viewer: StaffViewer;
  /** Whether a password alone was enough: its owner should set up a second factor. */
  readonly isUnprotected?: boolean;
}

/** How the person was proved, as the audit says it. */
export interface Entrance {
  readonly visitor: Viewer;
  readonly accountId: string;
  readonly origin: SessionOrigin;
  /** The verb of the API by which they came in. */
  readonly action: string;
}

/** The one door: every way of signing in ends here. */
@Injectable()
export class SessionOpener {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: SessionService,
    private readonly audit: AuditService,
  ) {}

  /** Begins a session with its audit entry. Null when the account is disabled, or `onlyIf` says no; then nothing is kept. */
  async open(entrance: Entrance, onlyIf: (work: Work) => Promise<boolean> = yes): Promise<SignedIn | null> {
    const token = await this.unitOfWork.run((work) => this.begin(work, entrance, onlyIf));
    const viewer = token && (await this.sessions.viewerOf(token, entrance.visitor));
    return token && viewer ? { token, viewer } : null;
  }

  private async begin(
    work: Work,
    { visitor, accountId, origin, action }: Entrance,
    onlyIf: (work: Work) => Promise<boolean>,
  ): Promise<string | null> {
    // Before the lock: of two who come in at once, neither then waits for the other's.
    const { language } = visitor;
    await work.manager.update(Account, { id: accountId, language: Not(language) }, { language });
    // Whoever disables the account waits for this session, and then ends it with the others.
    const account = await work.manager.findOne(Account, {
      where: { id: accountId },
      lock: { mode: 'pessimistic_read' },
    });
    if (!account || account.disabledAt) return this.unitOfWork.undo(null);
    if (!(await onlyIf(work))) return this.unitOfWork.undo(null);
    const { token, sessionId } = await this.sessions.begin(work, accountId, origin);
    const viewer = newcomer(visitor, account, sessionId);
    await this.audit.record(work, { viewer, action, subject: 'StaffSession', subjectId: sessionId });
    return token;
  }
}

const yes = (): Promise<boolean> => Promise.resolve(true);

/** Whoever comes in, before the session can be read: enough to say who did it, and no right at all. */
export function newcomer(visitor: Viewer, account: Account, sessionId: string): StaffViewer {
  const { language, requestId, cameFrom } = visitor;
  const { id: accountId, name } = account;
  const noRights = { isAdministrator: false, roles: new Map() };
  return { ...theSystem, ...noRights, accountId, name, sessionId, language, requestId, cameFrom };
}
