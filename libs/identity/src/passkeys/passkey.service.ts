import { isRefusal, newId, type Refusal } from '#kernel';
import { NotFound, nothingChanged, refusedBy, UnitOfWork, type StaffViewer } from '#platform';
import { Injectable } from '@nestjs/common';
import { AccountRepository } from '../accounts/account.repository.js';
import { AuditService } from '../audit/audit.service.js';
import { ChallengeRepository } from './challenge.repository.js';
import { PasskeyCeremony } from './passkey-ceremony.js';
import { Passkey } from './passkey.entity.js';
import { PasskeyRepository } from './passkey.repository.js';
import { passkeyName, passkeyRefusals } from './passkey.rules.js';

/** A question for the browser, and under which id its answer is expected. */
export interface PasskeyQuestion {
  readonly challengeId: string;
  /** As WebAuthn writes options in JSON. */
  readonly options: string;
}

export interface PasskeyReply {
  readonly challengeId: string;
  /** What the browser answered, as JSON. */
  readonly answer: string;
}

/** The passkeys of an account. Callers have proved whose they are. */
@Injectable()
export class PasskeyService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly passkeys: PasskeyRepository,
    private readonly challenges: ChallengeRepository,
    private readonly ceremony: PasskeyCeremony,
    private readonly audit: AuditService,
  ) {}

  async startRegistration(accountId: string): Promise<PasskeyQuestion> {
    const account = await this.accounts.byId(accountId);
    if (!account) throw new NotFound('account');
    const { id: challengeId, challenge } = await this.challenges.issue('register', accountId);
    const options = await this.ceremony.askToMake(challenge, account, await this.passkeys.of(accountId));
    return { challengeId, options };
  }

  async finishRegistration(viewer: StaffViewer, reply: PasskeyReply, typedName: string): Promise<Passkey | Refusal> {
    const name = passkeyName(typedName);
    if (isRefusal(name)) return name;
    const { accountId } = viewer;
    const challenge = await this.challenges.take(reply.challengeId, 'register', accountId);
    const answer = this.ceremony.read(reply.answer);
    const key = challenge && answer && (await this.ceremony.made(answer, challenge));
    if (!key) return passkeyRefusals.PASSKEY_NOT_REGISTERED();
    const taken = { passkey_credential_unique: () => passkeyRefusals.PASSKEY_REGISTERED_ALREADY() };
    return refusedBy(taken, () =>
      this.unitOfWork.run(async (work) => {
        const row = { id: newId(), accountId, name, ...key, createdAt: work.now, lastUsedAt: null };
        await work.manager.insert(Passkey, row);
        const deed = { viewer, action: 'registerPasskey', subject: 'Passkey', subjectId: row.id };
        await this.audit.record(work, { ...deed, after: { name } });
        return work.manager.create(Passkey, row);
      }),
    );
  }

  async rename(viewer: StaffViewer, id: string, typedName: string): Promise<Passkey | Refusal> {
    const name = passkeyName(typedName);
    if (isRefusal(name)) return name;
    return this.unitOfWork.run(async (work) => {
      const row = await work.manager.findOneBy(Passkey, { id, accountId: viewer.accountId });
      if (!row) throw new NotFound('passkey');
      const deed = { viewer, action: 'renamePasskey', subject: 'Passkey', subjectId: id };
      await this.audit.record(work, { ...deed, before: { name: row.name }, after: { name } });
      return work.manager.save(Object.assign(row, { name }));
    });
  }

  /** From now on it opens nothing. False when the account has none like it. */
  async revoke(viewer: StaffViewer, id: string): Promise<boolean> {
    return this.unitOfWork.run(async (work) => {
      const row = await work.manager.findOneBy(Passkey, { id, accountId: viewer.accountId });
      const gone = row && (await work.manager.delete(Passkey, { id }));
      if (gone?.affected !== 1) return nothingChanged(false);
      const deed = { viewer, action: 'revokePasskey', subject: 'Passkey', subjectId: id };
      await this.audit.record(work, { ...deed, before: { name: row?.name } });
      return true;
    });
  }
}
