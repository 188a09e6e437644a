import { isRefusal, newId, type Refusal } from '#kernel';
import { NotAllowed, UnitOfWork, type StaffViewer, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import { Account } from '../accounts/account.entity.js';
import { AccountRepository } from '../accounts/account.repository.js';
import { AccountPasswordChanged } from '../account-links/account-link.events.js';
import { accountRefusals } from '../accounts/account.rules.js';
import { commonPasswords } from '../accounts/common-passwords.js';
import { hashPassword, isPasswordOf } from '../accounts/password.js';
import { passwordFault } from '../accounts/password.rules.js';
import { AttemptLimit } from '../attempts/attempt-limit.js';
import { AuditService } from '../audit/audit.service.js';
import { SessionService } from './session.service.js';

export interface PasswordChange {
  readonly current: string;
  readonly password: string;
  /** The network address of the client. */
  readonly address: string;
}

/** Staff change their own password. Guessing the current one is throttled like signing in: a stolen session must not tell it. */
@Injectable()
export class OwnPasswordService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly attempts: AttemptLimit,
    private readonly sessions: SessionService,
    private readonly audit: AuditService,
  ) {}

  async change(viewer: Viewer, { current, password, address }: PasswordChange): Promise<StaffViewer | Refusal> {
    const account = viewer.kind === 'staff' ? await this.accounts.byId(viewer.accountId) : null;
    if (viewer.kind !== 'staff' || !account) throw new NotAllowed();
    const fault = passwordFault(password, account, commonPasswords());
    if (isRefusal(fault)) return fault;
    const attempt = { deed: 'sign-in', subject: account.email, address } as const;
    const usedUp = await this.attempts.claim(attempt);
    if (usedUp) return usedUp;
    if (!(await isPasswordOf(account.passwordHash, current)))
      return accountRefusals.CURRENT_PASSWORD_WRONG({}, 'current');
    await this.attempts.forgive(attempt);
    await this.keep(viewer, await hashPassword(password));
    return viewer;
  }

  private async keep(viewer: StaffViewer, passwordHash: string): Promise<void> {
    const { accountId, sessionId } = viewer;
    await this.unitOfWork.run(async (work) => {
      await work.manager.update(Account, { id: accountId }, { passwordHash });
      await this.sessions.endAll(work, accountId, sessionId);
      await work.record(AccountPasswordChanged, { accountId, changeId: newId() });
      const deed = { viewer, action: 'changeMyPassword', subject: 'Account', subjectId: accountId };
      await this.audit.record(work, deed);
    });
  }
}
