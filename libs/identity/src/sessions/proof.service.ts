import { type Refusal } from '#kernel';
import { NotAllowed, UnitOfWork, type StaffViewer, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import { AccountRepository } from '../accounts/account.repository.js';
import { accountRefusals } from '../accounts/account.rules.js';
import { isPasswordOf } from '../accounts/password.js';
import { AttemptLimit } from '../attempts/attempt-limit.js';
import { AuditService } from '../audit/audit.service.js';
import { codeRefusals } from '../factors/one-time-code.rules.js';
import { SecondFactorService } from '../factors/second-factor.service.js';
import { SessionService } from './session.service.js';

/** Staff prove again who they are, so that what a session alone must not open goes through for five minutes. */
@Injectable()
export class ProofService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly attempts: AttemptLimit,
    private readonly factors: SecondFactorService,
    private readonly sessions: SessionService,
    private readonly audit: AuditService,
  ) {}

  async byPassword(viewer: Viewer, password: string, address: string): Promise<StaffViewer | Refusal> {
    if (viewer.kind !== 'staff') throw new NotAllowed();
    const account = await this.accounts.byId(viewer.accountId);
    const attempt = { deed: 'proof', subject: viewer.accountId, address } as const;
    const usedUp = await this.attempts.claim(attempt);
    if (usedUp) return usedUp;
    if (!(await isPasswordOf(account?.passwordHash ?? null, password)))
      return accountRefusals.CURRENT_PASSWORD_WRONG({}, 'password');
    await this.attempts.forgive(attempt);
    return this.note(viewer, 'proveWithPassword');
  }

  /** By a code of the app or a recovery code, which is used up. */
  async byCode(viewer: Viewer, code: string, address: string): Promise<StaffViewer | Refusal> {
    if (viewer.kind !== 'staff') throw new NotAllowed();
    const attempt = { deed: 'second-factor', subject: viewer.accountId, address } as const;
    const usedUp = await this.attempts.claim(attempt);
    if (usedUp) return usedUp;
    const used = await this.unitOfWork.run((work) => this.factors.useCode(work, viewer.accountId, code));
    if (!used) return codeRefusals.CODE_WRONG({}, 'code');
    await this.attempts.forgive(attempt);
    return this.note(viewer, 'proveWithCode');
  }

  /** The proof was right, whatever it was. `action` is the verb of the API. */
  async note(viewer: StaffViewer, action: string): Promise<StaffViewer> {
    const { sessionId } = viewer;
    await this.unitOfWork.run(async (work) => {
      await this.sessions.noteProved(work, sessionId);
      await this.audit.record(work, { viewer, action, subject: 'StaffSession', subjectId: sessionId });
    });
    return { ...viewer, isRecentlyProved: true };
  }
}
