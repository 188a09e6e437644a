import { newId, type Refusal } from '#kernel';
import { Config, nothingChanged, UnitOfWork, type StaffViewer, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { AuditService } from '../audit/audit.service.js';
import { keyedHash, seal, unseal } from '../secrets/sealed.js';
import { Authenticator } from './authenticator.entity.js';
import { FactorRepository } from './factor.repository.js';
import { codeRefusals, recoveryCodeCount, recoveryCodesFrom, tidyCode } from './one-time-code.rules.js';
import { newSecret, setupOf, stepOf, type AuthenticatorSetup } from './time-code.js';

/** Who sets up an app: the account, how the app will name it, and in whose name it is written down. */
export interface AppOwner {
  readonly accountId: string;
  readonly email: string;
}

/** Sets up authenticator apps and recovery codes. Callers have proved whose they are. */
@Injectable()
export class AuthenticatorService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly config: Config,
    private readonly factors: FactorRepository,
    private readonly audit: AuditService,
  ) {}

  /** Begins anew; an app that works already stays until the new one's first code is right. */
  start({ accountId, email }: AppOwner): Promise<AuthenticatorSetup> {
    // Nothing opens by it before its first code: that leaves the entry.
    nothingChanged();
    const secret = newSecret();
    return this.unitOfWork.run(async (work) => {
      const before = await this.factors.unconfirmed(work.manager, accountId);
      if (before) await work.manager.delete(Authenticator, { id: before.id });
      const id = newId();
      const sealedSecret = seal(this.config.secret, 'authenticator', id, secret);
      const row = { id, accountId, sealedSecret, createdAt: work.now, confirmedAt: null, lastStep: '0' };
      await work.manager.insert(Authenticator, row);
      return setupOf(secret, email);
    });
  }

  /** The set-up that was begun, for showing it once more; null when there is none. */
  async begun({ accountId, email }: AppOwner): Promise<AuthenticatorSetup | null> {
    return this.unitOfWork.run(async (work) => {
      const row = await this.factors.unconfirmed(work.manager, accountId);
      return row && setupOf(unseal(this.config.secret, 'authenticator', row.id, row.sealedSecret), email);
    });
  }

  /** Takes the first code of the app that was begun, in place of the app before. Answers fresh recovery codes. */
  async confirm(work: Work, viewer: StaffViewer, typed: string): Promise<readonly string[] | Refusal> {
    const { accountId } = viewer;
    const row = await this.factors.unconfirmed(work.manager, accountId);
    if (!row) return codeRefusals.AUTHENTICATOR_NOT_STARTED();
    const secret = unseal(this.config.secret, 'authenticator', row.id, row.sealedSecret);
    const step = stepOf(tidyCode(typed), secret, work.now);
    if (step === null) return codeRefusals.CODE_WRONG({}, 'code');
    const before = await this.factors.working(work.manager, accountId);
    if (before) await work.manager.delete(Authenticator, { id: before.id });
    await work.manager.update(Authenticator, { id: row.id }, { confirmedAt: work.now, lastStep: String(step) });
    await this.audit.record(work, { viewer, action: 'confirmAuthenticator', subject: 'Account', subjectId: accountId });
    return this.freshCodes(work, accountId);
  }

  async remove(work: Work, viewer: StaffViewer): Promise<void> {
    const { accountId } = viewer;
    await work.manager.delete(Authenticator, { accountId });
    await this.audit.record(work, { viewer, action: 'removeAuthenticator', subject: 'Account', subjectId: accountId });
  }

  /** Ten new codes; those before open nothing any more. They are shown now and never again. */
  async renewRecoveryCodes(work: Work, viewer: StaffViewer): Promise<readonly string[]> {
    const { accountId } = viewer;
    await this.audit.record(work, { viewer, action: 'renewRecoveryCodes', subject: 'Account', subjectId: accountId });
    return this.freshCodes(work, accountId);
  }

  private async freshCodes(work: Work, accountId: string): Promise<readonly string[]> {
    const codes = recoveryCodesFrom(randomBytes(recoveryCodeCount * 10));
    const hashes = codes.map((code) =>
      keyedHash(this.config.secret, 'recovery-code', `${accountId}:${tidyCode(code)}`),
    );
    await this.factors.replaceRecoveryCodes(work.manager, accountId, hashes);
    return codes;
  }
}
