import { isRefusal, type Refusal } from '#kernel';
import { NotAllowed, requireRecentProof, UnitOfWork, type StaffViewer, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import type { Account } from '../accounts/account.entity.js';
import { AccountRepository } from '../accounts/account.repository.js';
import { AuthenticatorService } from '../factors/authenticator.service.js';
import { codeRefusals } from '../factors/one-time-code.rules.js';
import { SecondFactorService } from '../factors/second-factor.service.js';
import type { AuthenticatorSetup } from '../factors/time-code.js';
import type { Passkey } from '../passkeys/passkey.entity.js';
import { PasskeyService, type PasskeyQuestion, type PasskeyReply } from '../passkeys/passkey.service.js';

/** Staff keep their own passkeys, app and recovery codes. A session that was left open must not be enough to add or take one. */
@Injectable()
export class OwnFactorsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly factors: SecondFactorService,
    private readonly apps: AuthenticatorService,
    private readonly passkeys: PasskeyService,
  ) {}

  async startAuthenticator(viewer: Viewer): Promise<AuthenticatorSetup> {
    const { account } = await this.proved(viewer);
    return this.apps.start({ accountId: account.id, email: account.email });
  }

  async confirmAuthenticator(viewer: Viewer, code: string): Promise<readonly string[] | Refusal> {
    const { staff } = await this.proved(viewer);
    return this.unitOfWork.run((work) => this.apps.confirm(work, staff, code));
  }

  async removeAuthenticator(viewer: Viewer): Promise<Account | Refusal> {
    const { staff, account } = await this.proved(viewer);
    const { passkeys } = await this.factors.countsOf(account.id);
    if (passkeys === 0 && this.factors.isRequired(account)) return codeRefusals.SECOND_FACTOR_NEEDED_HERE();
    await this.unitOfWork.run((work) => this.apps.remove(work, staff));
    return account;
  }

  async renewRecoveryCodes(viewer: Viewer): Promise<readonly string[]> {
    const { staff } = await this.proved(viewer);
    return this.unitOfWork.run((work) => this.apps.renewRecoveryCodes(work, staff));
  }

  async startPasskey(viewer: Viewer): Promise<PasskeyQuestion> {
    const { account } = await this.proved(viewer);
    return this.passkeys.startRegistration(account.id);
  }

  async finishPasskey(viewer: Viewer, reply: PasskeyReply, name: string): Promise<Passkey | Refusal> {
    const { staff } = await this.proved(viewer);
    return this.passkeys.finishRegistration(staff, reply, name);
  }

  async renamePasskey(viewer: Viewer, id: string, name: string): Promise<Passkey | Refusal> {
    if (viewer.kind !== 'staff') throw new NotAllowed();
    return this.passkeys.rename(viewer, id, name);
  }

  /** Refuses to take the last way in. */
  async revokePasskey(viewer: Viewer, id: string): Promise<Account | Refusal> {
    const { staff, account } = await this.proved(viewer);
    const refusal = await this.lastPasskeyRefusal(account);
    if (isRefusal(refusal)) return refusal;
    await this.passkeys.revoke(staff, id);
    return account;
  }

  private async lastPasskeyRefusal(account: Account): Promise<Refusal | null> {
    const { passkeys, hasAuthenticator } = await this.factors.countsOf(account.id);
    const isNeeded = account.passwordHash === null || (!hasAuthenticator && this.factors.isRequired(account));
    return passkeys === 1 && isNeeded ? codeRefusals.SECOND_FACTOR_NEEDED_HERE() : null;
  }

  private async proved(viewer: Viewer): Promise<{ staff: StaffViewer; account: Account }> {
    if (viewer.kind !== 'staff') throw new NotAllowed();
    requireRecentProof(viewer);
    const account = await this.accounts.byId(viewer.accountId);
    if (!account) throw new NotAllowed();
    return { staff: viewer, account };
  }
}
