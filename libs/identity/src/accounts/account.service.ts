import { newId, type Refusal } from '#kernel';
import { NotFound, refusedBy, requireMay, UnitOfWork, type StaffViewer, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
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
  ) {}

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
        const row = { id: newId(), email, name, isAdministrator, passwordHash, disabledAt: null, createdAt: work.now };
        await work.manager.insert(Account, row);
        const after = { email, name, isAdministrator };
        const deed = { viewer, action: 'createStaffAccount', subject: 'Account', subjectId: row.id };
        await this.audit.record(work, { ...deed, after });
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
