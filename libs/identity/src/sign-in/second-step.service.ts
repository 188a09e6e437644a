import { isRefusal, type Refusal } from '#kernel';
import { nothingChanged, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import { AccountRepository } from '../accounts/account.repository.js';
import { AttemptLimit } from '../attempts/attempt-limit.js';
import { AuthenticatorService } from '../factors/authenticator.service.js';
import { codeRefusals } from '../factors/one-time-code.rules.js';
import { SecondFactorService } from '../factors/second-factor.service.js';
import type { AuthenticatorSetup } from '../factors/time-code.js';
import type { SessionOrigin } from '../sessions/session-origin.js';
import { PendingSignInRepository } from './pending-sign-in.repository.js';
import { newcomer, SessionOpener, type SignedIn } from './session-opener.js';
import { signInRefusals } from './sign-in.rules.js';
import type { Account } from '../accounts/account.entity.js';

export interface SecondStep extends SessionOrigin {
  readonly pendingToken: string;
  readonly code: string;
}

/** Whoever set up an app on the way in, with the recovery codes that are shown only now. */
export interface SignedInWithCodes extends SignedIn {
  readonly recoveryCodes: readonly string[];
}

interface Waiting {
  readonly pendingId: string;
  readonly account: Account;
}

/** The second step of signing in. It opens only with the token that the first one gave. */
@Injectable()
export class SecondStepService {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly attempts: AttemptLimit,
    private readonly factors: SecondFactorService,
    private readonly apps: AuthenticatorService,
    private readonly pending: PendingSignInRepository,
    private readonly opener: SessionOpener,
  ) {}

  /** Whether the token still waits for its second step. */
  async isWaiting(pendingToken: string): Promise<boolean> {
    return (await this.waiting(pendingToken)) !== null;
  }

  /** Takes a code of the app or a recovery code. */
  async confirm(visitor: Viewer, step: SecondStep): Promise<SignedIn | Refusal> {
    const waiting = await this.waiting(step.pendingToken);
    if (!waiting) return signInRefusals.SIGN_IN_EXPIRED();
    const attempt = { deed: 'second-factor', subject: waiting.account.id, address: step.address } as const;
    const usedUp = await this.attempts.claim(attempt);
    if (usedUp) return usedUp;
    const { account, pendingId } = waiting;
    const entrance = { visitor, accountId: account.id, origin: step, action: 'confirmSignIn' };
    const signedIn = await this.opener.open(entrance, async (work) => {
      const used = await this.factors.useCode(work, account.id, step.code);
      return used !== null && (await this.pending.use(work, pendingId));
    });
    if (!signedIn) return codeRefusals.CODE_WRONG({}, 'code');
    await this.attempts.forgive(attempt);
    return signedIn;
  }

  /** Begins the set-up of an app for one who must have a second factor and has none. `again` makes another secret. */
  async startSetup(pendingToken: string): Promise<AuthenticatorSetup | Refusal> {
    nothingChanged();
    const waiting = await this.waiting(pendingToken);
    if (!waiting || !(await this.hasNoFactor(waiting.account))) return signInRefusals.SIGN_IN_EXPIRED();
    const owner = { accountId: waiting.account.id, email: waiting.account.email };
    return (await this.apps.begun(owner)) ?? this.apps.start(owner);
  }

  /** Takes the first code of the app that was just set up, and lets its owner in. */
  async confirmSetup(visitor: Viewer, step: SecondStep): Promise<SignedInWithCodes | Refusal> {
    const waiting = await this.waiting(step.pendingToken);
    if (!waiting || !(await this.hasNoFactor(waiting.account))) return signInRefusals.SIGN_IN_EXPIRED();
    const { account, pendingId } = waiting;
    const attempt = { deed: 'second-factor', subject: account.id, address: step.address } as const;
    const usedUp = await this.attempts.claim(attempt);
    if (usedUp) return usedUp;
    let codes: readonly string[] | Refusal = codeRefusals.CODE_WRONG({}, 'code');
    const entrance = { visitor, accountId: account.id, origin: step, action: 'confirmSignInSetup' };
    const signedIn = await this.opener.open(entrance, async (work) => {
      codes = await this.apps.confirm(work, newcomer(visitor, account, pendingId), step.code);
      return !isRefusal(codes) && (await this.pending.use(work, pendingId));
    });
    if (isRefusal(codes)) return codes;
    if (!signedIn) return signInRefusals.SIGN_IN_EXPIRED();
    await this.attempts.forgive(attempt);
    return { ...signedIn, recoveryCodes: codes };
  }

  private async waiting(pendingToken: string): Promise<Waiting | null> {
    const pending = await this.pending.byToken(pendingToken);
    const account = pending && (await this.accounts.byId(pending.accountId));
    return account && !account.disabledAt ? { pendingId: pending.id, account } : null;
  }

  private async hasNoFactor(account: Account): Promise<boolean> {
    const { hasAuthenticator, passkeys } = await this.factors.countsOf(account.id);
    return !hasAuthenticator && passkeys === 0;
  }
}
