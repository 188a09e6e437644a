import type { Refusal } from '#kernel';
import { nothingChanged, UnitOfWork, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import type { Account } from '../accounts/account.entity.js';
import { AccountRepository } from '../accounts/account.repository.js';
import { isPasswordOf } from '../accounts/password.js';
import { AttemptLimit } from '../attempts/attempt-limit.js';
import { SecondFactorService } from '../factors/second-factor.service.js';
import type { SessionOrigin } from '../sessions/session-origin.js';
import { PendingSignInRepository } from './pending-sign-in.repository.js';
import { SessionOpener, type SignedIn } from './session-opener.js';
import { signInRefusals, type SecondFactorNeeded } from './sign-in.rules.js';

export interface SignInRequest extends SessionOrigin {
  readonly email: string;
  readonly password: string;
}

@Injectable()
export class SignInService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly attempts: AttemptLimit,
    private readonly factors: SecondFactorService,
    private readonly pending: PendingSignInRepository,
    private readonly opener: SessionOpener,
  ) {}

  /** The same answer after the same work whether the address is unknown, the password wrong or the account disabled. */
  async signIn(visitor: Viewer, request: SignInRequest): Promise<SignedIn | SecondFactorNeeded | Refusal> {
    const attempt = { deed: 'sign-in', subject: request.email, address: request.address } as const;
    const usedUp = await this.attempts.claim(attempt);
    if (usedUp) return usedUp;
    const account = await this.accounts.byEmail(request.email.trim());
    const isRight = await isPasswordOf(account?.passwordHash ?? null, request.password);
    if (!account || !isRight || account.disabledAt) return signInRefusals.SIGN_IN_FAILED();
    await this.attempts.forgive(attempt);
    const step = await this.secondStep(account);
    if (step) return step;
    const entrance = { visitor, accountId: account.id, origin: request, action: 'signIn' };
    const signedIn = await this.opener.open(entrance);
    return signedIn ? { ...signedIn, isUnprotected: true } : signInRefusals.SIGN_IN_FAILED();
  }

  /** What is still missing after the password; null when nothing is. */
  private async secondStep(account: Account): Promise<SecondFactorNeeded | null> {
    const { hasAuthenticator, passkeys, recoveryCodesLeft } = await this.factors.countsOf(account.id);
    const hasFactor = hasAuthenticator || passkeys > 0;
    if (!hasFactor && !this.factors.isRequired(account)) return null;
    // It owes no audit entry: the session that may follow leaves one.
    nothingChanged();
    const pendingToken = await this.unitOfWork.run((work) => this.pending.add(work, account.id));
    const takesCode = hasAuthenticator || (hasFactor && recoveryCodesLeft > 0);
    return { pendingToken, takesCode, takesPasskey: passkeys > 0, mustSetUp: !hasFactor };
  }
}

export function isSecondFactorNeeded(answer: SignedIn | SecondFactorNeeded): answer is SecondFactorNeeded {
  return 'pendingToken' in answer;
}
