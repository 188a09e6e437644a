import { Clock, type Refusal } from '#kernel';
import { Sweep, UnitOfWork, type StaffViewer, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import { AccountRepository } from '../accounts/account.repository.js';
import { isPasswordOf } from '../accounts/password.js';
import { SessionService } from './session.service.js';
import { SignInThrottleRepository, type Attempt } from './sign-in-throttle.repository.js';
import { signInRefusals, throttle, tooManyAttempts } from './sign-in.rules.js';

/** Longer ones are nobody's: they only cost time to hash. */
const longestPassword = 200;

export interface SignInRequest extends Attempt {
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
    private readonly clock: Clock,
    private readonly accounts: AccountRepository,
    private readonly throttles: SignInThrottleRepository,
    private readonly sessions: SessionService,
  ) {}

  /** The same answer after the same time whether the address is unknown, the password wrong or the account disabled. */
  async signIn(visitor: Viewer, request: SignInRequest): Promise<SignedIn | Refusal> {
    const now = this.clock.now();
    const usedUpSince = await this.throttles.claim(request, now);
    if (usedUpSince) return tooManyAttempts(usedUpSince, now);
    const account = await this.accounts.byEmail(request.email.trim());
    const isRight = await isPasswordOf(account?.passwordHash ?? null, request.password.slice(0, longestPassword + 1));
    if (!account || !isRight || account.disabledAt) return signInRefusals.SIGN_IN_FAILED();
    await this.throttles.forget(request);
    const token = await this.unitOfWork.run((work) => this.sessions.begin(work, account.id));
    const viewer = await this.sessions.viewerOf(token, visitor);
    return viewer ? { token, viewer } : signInRefusals.SIGN_IN_FAILED();
  }

  /** Ends the session of whoever asks; to end one that there is not is no fault. */
  async signOut(viewer: Viewer): Promise<void> {
    if (viewer.kind === 'staff') await this.sessions.end(viewer.sessionId);
  }

  @Sweep({ everySeconds: 600 })
  async forgetOldAttempts(): Promise<void> {
    await this.throttles.removeBefore(new Date(this.clock.now().getTime() - throttle.windowMilliseconds));
  }
}
