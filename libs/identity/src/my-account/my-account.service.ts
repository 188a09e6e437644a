import { NotAllowed, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import { AccountRepository } from '../accounts/account.repository.js';
import { SecondFactorService } from '../factors/second-factor.service.js';
import { PasskeyRepository } from '../passkeys/passkey.repository.js';
import { OwnSessionsService } from '../sessions/own-sessions.service.js';
import { passkeyType, staffSessionType, type MyAccountType } from './my-account.types.js';

@Injectable()
export class MyAccountService {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly factors: SecondFactorService,
    private readonly passkeys: PasskeyRepository,
    private readonly sessions: OwnSessionsService,
  ) {}

  async of(viewer: Viewer): Promise<MyAccountType> {
    const account = viewer.kind === 'staff' ? await this.accounts.byId(viewer.accountId) : null;
    if (viewer.kind !== 'staff' || !account) throw new NotAllowed();
    const { id, email, name, passwordHash } = account;
    const { hasAuthenticator, recoveryCodesLeft } = await this.factors.countsOf(id);
    return {
      id,
      email,
      name,
      hasPassword: passwordHash !== null,
      hasAuthenticator,
      recoveryCodesLeft,
      requiresSecondFactor: this.factors.isRequired(account),
      passkeys: (await this.passkeys.of(id)).map(passkeyType),
      sessions: (await this.sessions.of(viewer)).map((session) => staffSessionType(session, viewer.sessionId)),
    };
  }
}
