import type { Refusal } from '#kernel';
import { NotFound, requireMay, UnitOfWork, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import { Account } from './account.entity.js';
import { AccountRepository } from './account.repository.js';
import { accountRefusals } from './account.rules.js';

/** Invitations of staff that nobody accepted yet. */
@Injectable()
export class AccountInvitationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly audit: AuditService,
  ) {}

  /**
   * Takes the invitation back: the account goes with its link and its roles, as if it had never been. Whoever has chosen how to sign in, or
   * was here once, stays: that account can be disabled. The row is locked, so that of accepting and withdrawing one comes first.
   */
  async withdraw(viewer: Viewer, id: string): Promise<Account | Refusal> {
    requireMay(viewer, 'accounts.change');
    return this.unitOfWork.run(async (work) => {
      const row = await this.accounts.forChange(work.manager, id);
      if (!row) throw new NotFound('account');
      const invited = await this.accounts.unaccepted([id], work.manager);
      if (!invited.has(id)) return accountRefusals.ACCOUNT_ACCEPTED();
      await work.manager.delete(Account, { id });
      const { email, name, isAdministrator } = row;
      const deed = { viewer, action: 'withdrawStaffInvitation', subject: 'Account', subjectId: id };
      await this.audit.record(work, { ...deed, before: { email, name, isAdministrator } });
      return row;
    });
  }
}
