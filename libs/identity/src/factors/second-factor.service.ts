import { Config, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import type { Account } from '../accounts/account.entity.js';
import { keyedHash, unseal } from '../secrets/sealed.js';
import { FactorRepository, type FactorCount } from './factor.repository.js';
import { isTimeCode, tidyCode } from './one-time-code.rules.js';
import { stepOf } from './time-code.js';

/** Judges the codes that follow a password. It opens nothing by itself. */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly config: Config,
    private readonly factors: FactorRepository,
  ) {}

  countsOf(accountId: string): Promise<FactorCount> {
    return this.factors.countsOf(accountId);
  }

  /** Whether this installation, or an administrator for this account, lets a password alone in no longer. */
  isRequired(account: Pick<Account, 'requiresSecondFactor'>): boolean {
    return this.config.requiresSecondFactor || account.requiresSecondFactor;
  }

  /** Uses up the code of an app or a recovery code. Which it was, or null when it is wrong or was used before. */
  async useCode(work: Work, accountId: string, typed: string): Promise<'app' | 'recovery' | null> {
    const code = tidyCode(typed);
    if (isTimeCode(code)) return (await this.useTimeCode(work, accountId, code)) ? 'app' : null;
    const hash = keyedHash(this.config.secret, 'recovery-code', `${accountId}:${code}`);
    return (await this.factors.useRecoveryCode(work.manager, accountId, hash, work.now)) ? 'recovery' : null;
  }

  private async useTimeCode(work: Work, accountId: string, code: string): Promise<boolean> {
    const authenticator = await this.factors.working(work.manager, accountId);
    if (!authenticator) return false;
    const secret = unseal(this.config.secret, 'authenticator', authenticator.id, authenticator.sealedSecret);
    const step = stepOf(code, secret, work.now);
    return step !== null && this.factors.useStep(work.manager, authenticator.id, step);
  }
}
