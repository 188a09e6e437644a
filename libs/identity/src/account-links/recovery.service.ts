import { newId, tidyEmail, type Refusal } from '#kernel';
import { nothingChanged, UnitOfWork, type Viewer, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { Account } from '../accounts/account.entity.js';
import { commonPasswords } from '../accounts/common-passwords.js';
import { hashPassword } from '../accounts/password.js';
import { passwordFault } from '../accounts/password.rules.js';
import { AttemptLimit } from '../attempts/attempt-limit.js';
import { AuditService } from '../audit/audit.service.js';
import { SessionService } from '../sessions/session.service.js';
import { newcomer } from '../sign-in/session-opener.js';
import { AccountPasswordChanged, RecoveryRequested } from './account-link.events.js';
import { accountLinkRefusals } from './account-link.rules.js';
import { AccountLinkService } from './account-link.service.js';
import { RecoveryRequest } from './recovery-request.entity.js';

export interface NewPassword {
  readonly token: string;
  readonly password: string;
  /** The network address of the client. */
  readonly address: string;
}

/** A forgotten password is replaced by a mailed link; so is the one that an invited person does not have yet. */
@Injectable()
export class RecoveryService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly attempts: AttemptLimit,
    private readonly links: AccountLinkService,
    private readonly sessions: SessionService,
    private readonly audit: AuditService,
  ) {}

  /** The same answer after the same work, whether the address has an account: that is only looked up when the mail is written. */
  async request(viewer: Viewer, typed: string, address: string): Promise<Refusal | null> {
    const email = tidyEmail(typed).slice(0, 254);
    const usedUp = await this.attempts.claim({ deed: 'recovery', subject: email, address });
    if (usedUp) return usedUp;
    nothingChanged();
    await this.unitOfWork.run(async (work) => {
      const id = newId();
      const { language } = viewer;
      await work.manager.insert(RecoveryRequest, { id, email, language, createdAt: work.now });
      await work.record(RecoveryRequested, { requestId: id });
    });
    return null;
  }

  /** When the mail is to be written: a link when the address has an account that can be used, and nothing otherwise. */
  async answer(work: Work, requestId: string): Promise<void> {
    const request = await work.manager.findOneBy(RecoveryRequest, { id: requestId });
    if (!request) return;
    await work.manager.delete(RecoveryRequest, { id: requestId });
    const account = await work.manager.findOneBy(Account, { email: request.email });
    if (account && !account.disabledAt) await this.links.issue(work, account.id, 'recovery', request.language);
  }

  /** Uses up the link, ends every session of the account, and tells its owner by mail. Signing in is still to be done. */
  async choosePassword(visitor: Viewer, { token, password, address }: NewPassword): Promise<Account | Refusal> {
    const attempt = { deed: 'account-link', subject: address, address } as const;
    const usedUp = await this.attempts.claim(attempt);
    if (usedUp) return usedUp;
    const opened = await this.links.open(token);
    if (!opened) return accountLinkRefusals.ACCOUNT_LINK_OVER();
    // The link was right: another try with a better password is no guess at links.
    await this.attempts.forgive(attempt);
    const { link, account } = opened;
    const fault = passwordFault(password, account, commonPasswords());
    if (fault) return fault;
    const passwordHash = await hashPassword(password);
    return this.unitOfWork.run(async (work) => {
      if (!(await this.links.use(work, link.id))) return accountLinkRefusals.ACCOUNT_LINK_OVER();
      const { language } = visitor;
      await work.manager.update(Account, { id: account.id }, { passwordHash, language });
      await this.sessions.endAll(work, account.id);
      await work.record(AccountPasswordChanged, { accountId: account.id, changeId: newId() });
      const viewer = newcomer(visitor, account, link.id);
      await this.audit.record(work, { viewer, action: 'choosePassword', subject: 'Account', subjectId: account.id });
      return account;
    });
  }
}
