import type { Refusal } from '#kernel';
import { nothingChanged, UnitOfWork, type StaffViewer, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import { AccountRepository } from '../accounts/account.repository.js';
import { isPasswordOf } from '../accounts/password.js';
import { AttemptLimit } from '../attempts/attempt-limit.js';
import { AuditService } from '../audit/audit.service.js';
import type { SessionOrigin } from './session-origin.js';
import { SessionService } from './session.service.js';
import { signInRefusals } from './sign-in.rules.js';

/** Longer ones are nobody's: they only cost time to hash. */
const longestPassword = 200;

export interface SignInRequest extends SessionOrigin {
  readonly email: string;
  readonly password: string;
}

/** A session that has just begun: `token` belongs into the cookie and is never seen again. */
export interface SignedIn {
  readonly token: string;
  readonly viewer: StaffViewer;
}

@Injectable()
export class SignInService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly attempts: AttemptLimit,
    private readonly sessions: SessionService,
    private readonly audit: AuditService,
  ) {}

  /** The same answer after the same time whether the address is unknown, the password wrong or the account disabled. */
  async signIn(visitor: Viewer, request: SignInRequest): Promise<SignedIn | Refusal> {
    const attempt = { deed: 'sign-in', subject: request.email, address: request.address } as const;
    const usedUp = await this.attempts.claim(attempt);
    if (usedUp) return usedUp;
    const account = await this.accounts.byEmail(request.email.trim());
    const isRight = await isPasswordOf(account?.passwordHash ?? null, request.password.slice(0, longestPassword + 1));
    if (!account || !isRight || account.disabledAt) return signInRefusals.SIGN_IN_FAILED();
    await this.attempts.forgive(attempt);
    const token = await this.unitOfWork.run((work) => this.sessions.begin(work, account.id, request));
    const viewer = await this.sessions.viewerOf(token, visitor);
    if (!viewer) return signInRefusals.SIGN_IN_FAILED();
    await this.note(viewer, 'signIn');
    return { token, viewer };
  }

  /** Ends the session of whoever asks; to end one that there is not is no fault. */
  async signOut(viewer: Viewer): Promise<void> {
    if (viewer.kind !== 'staff') return nothingChanged();
    await this.sessions.end(viewer.sessionId);
    await this.note(viewer, 'signOut');
  }

  private note(viewer: StaffViewer, action: string): Promise<void> {
    const deed = { viewer, action, subject: 'StaffSession', subjectId: viewer.sessionId };
    return this.unitOfWork.run((work) => this.audit.record(work, deed));
  }
}
