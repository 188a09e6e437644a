import { newId, type Refusal } from '#kernel';
import {
  NotFound,
  refusedBy,
  requireMay,
  requireRecentProof,
  UnitOfWork,
  type StaffViewer,
  type Viewer,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { AccountLinkService } from '../account-links/account-link.service.js';
import { AuditService } from '../audit/audit.service.js';
import { FactorRepository } from '../factors/factor.repository.js';
import { SessionService } from '../sessions/session.service.js';
import { Account } from './account.entity.js';
import { AccountRepository } from './account.repository.js';
import { accountFault, accountRefusals, tidiedAccount, type AccountDraft } from './account.rules.js';
import { commonPasswords } from './common-passwords.js';
import { hashPassword } from './password.js';
import { passwordFault } from './password.rules.js';

/** Accounts of staff, which only administrators keep. */
@Injectable()
export class AccountService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionService,
    private readonly audit: AuditService,
    private readonly links: AccountLinkService,
    private readonly factors: FactorRepository,
  ) {}

  /** Without a password, the account's owner is invited by mail to choose how to sign in. */
  async create(viewer: Viewer, draft: AccountDraft): Promise<Account | Refusal> {
    requireMay(viewer, 'accounts.change');
    const fields = tidiedAccount(draft);
    const { email, name, isAdministrator, password } = fields;
    const fault = accountFault(fields) ?? (password && passwordFault(password, fields, commonPasswords()));
    if (fault) return fault;
    const passwordHash = password && (await hashPassword(password));
    const refusals = { account_email_unique: () => accountRefusals.ACCOUNT_EMAIL_TAKEN({}, 'email') };
    return refusedBy(refusals, () =>
      this.unitOfWork.run(async (work) => {
        const language = draft.language ?? viewer.language;
        const state = { isAdministrator, passwordHash, language, disabledAt: null, createdAt: work.now };
        const row = { id: newId(), email, name, ...state };
        await work.manager.insert(Account, row);
        const after = { email, name, isAdministrator };
        const deed = { viewer, action: 'createStaffAccount', subject: 'Account', subjectId: row.id };
        await this.audit.record(work, { ...deed, after });
        if (!passwordHash) await this.links.issue(work, row.id, 'invitation', language);
        return work.manager.create(Account, row);
      }),
    );
  }

  /** The account cannot sign in any more, and every session it has ends. */
  async disable(viewer: Viewer, id: string): Promise<Account | Refusal> {
    requireMay(viewer, 'accounts.change');
    if ((viewer as StaffViewer).accountId === id) return accountRefusals.ACCOUNT_IS_YOURS();
    return this.change(viewer, id, 'disableStaffAccount', (now) => ({ disabledAt: now }));
  }

  async enable(viewer: Viewer, id: string): Promise<Account> {
    requireMay(viewer, 'accounts.change');
    return this.change(viewer, id, 'enableStaffAccount', () => ({ disabledAt: null }));
  }

  /** Mails the owner a new link in place of the earlier ones. */
  async inviteAgain(viewer: Viewer, id: string): Promise<Account | Refusal> {
    requireMay(viewer, 'accounts.change');
    return this.unitOfWork.run(async (work) => {
      const row = await this.accounts.forChange(work.manager, id);
      if (!row) throw new NotFound('account');
      if (row.disabledAt) return accountRefusals.ACCOUNT_DISABLED();
      await this.links.issue(work, id, 'invitation', row.language);
      await this.audit.record(work, { viewer, action: 'inviteStaffAgain', subject: 'Account', subjectId: id });
      return row;
    });
  }

  /** Whether a password alone is not enough for this account, whatever the installation asks of all. */
  async requireSecondFactor(viewer: Viewer, id: string, isRequired: boolean): Promise<Account> {
    requireMay(viewer, 'accounts.change');
    requireRecentProof(viewer);
    return this.unitOfWork.run(async (work) => {
      const row = await this.accounts.forChange(work.manager, id);
      if (!row) throw new NotFound('account');
      const before = { requiresSecondFactor: row.requiresSecondFactor };
      const after = { requiresSecondFactor: isRequired };
      const deed = { viewer, action: 'requireStaffSecondFactor', subject: 'Account', subjectId: id };
      await this.audit.record(work, { ...deed, before, after });
      return work.manager.save(Object.assign(row, after));
    });
  }

  /** For one who lost phone and passkeys: takes them away, ends every session, and mails a link to begin anew. */
  async resetFactors(viewer: Viewer, id: string): Promise<Account | Refusal> {
    requireMay(viewer, 'accounts.change');
    requireRecentProof(viewer);
    if ((viewer as StaffViewer).accountId === id) return accountRefusals.ACCOUNT_IS_YOURS();
    return this.unitOfWork.run(async (work) => {
      const row = await this.accounts.forChange(work.manager, id);
      if (!row) throw new NotFound('account');
      if (row.disabledAt) return accountRefusals.ACCOUNT_DISABLED();
      await this.factors.removeAll(work.manager, id);
      await this.sessions.endAll(work, id);
      // The password goes too: with it alone, whoever knows it would set up a factor of their own.
      const saved = await work.manager.save(Object.assign(row, { passwordHash: null }));
      await this.links.issue(work, id, 'invitation', row.language);
      await this.audit.record(work, { viewer, action: 'resetStaffFactors', subject: 'Account', subjectId: id });
      return saved;
    });
  }

  private change(
    viewer: Viewer,
    id: string,
    action: string,
    fields: (now: Date) => Partial<Account>,
  ): Promise<Account> {
    return this.unitOfWork.run(async (work) => {
      const row = await this.accounts.forChange(work.manager, id);
      if (!row) throw new NotFound('account');
      const before = { disabledAt: row.disabledAt };
      const saved = await work.manager.save(Account, Object.assign(row, fields(work.now)));
      await this.sessions.endAll(work, id);
      const after = { disabledAt: saved.disabledAt };
      await this.audit.record(work, { viewer, action, subject: 'Account', subjectId: id, before, after });
      return saved;
    });
  }
}
