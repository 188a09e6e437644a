import { ChallengeRepository, PasskeyCeremony, type PasskeyQuestion, type PasskeyReply } from '#identity';
import { newId, type Refusal } from '#kernel';
import { AuditTrail, NotAllowed, nothingChanged, refusedBy, UnitOfWork, type PersonViewer } from '#platform';
import { Injectable } from '@nestjs/common';
import { AcquaintanceRepository } from '../sessions/acquaintance.repository.js';
import { GuestPasskey } from './guest-passkey.entity.js';
import { GuestPasskeyRepository } from './guest-passkey.repository.js';
import { guestPasskeyRefusals } from './guest-passkey.rules.js';
import { challengeFor } from './personal-challenge.js';

/** The passkeys of a person without an account. Only they themselves have any: an assistant signs in as who they are. */
@Injectable()
export class GuestPasskeyService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly passkeys: GuestPasskeyRepository,
    private readonly challenges: ChallengeRepository,
    private readonly ceremony: PasskeyCeremony,
    private readonly acquaintances: AcquaintanceRepository,
    private readonly audit: AuditTrail,
  ) {}

  of(viewer: PersonViewer): Promise<GuestPasskey[]> {
    return this.passkeys.of(ownOf(viewer));
  }

  async startRegistration(viewer: PersonViewer, name: string): Promise<PasskeyQuestion> {
    const personId = ownOf(viewer);
    const { id: challengeId, challenge } = await this.challenges.issue('register', null);
    const email = (await this.acquaintances.addressOf(personId)) ?? name;
    const holder = { id: personId, email, name };
    const keys = await this.passkeys.of(personId);
    return { challengeId, options: await this.ceremony.askToMake(challengeFor(personId, challenge), holder, keys) };
  }

  async finishRegistration(viewer: PersonViewer, reply: PasskeyReply): Promise<GuestPasskey | Refusal> {
    const personId = ownOf(viewer);
    const challenge = await this.challenges.take(reply.challengeId, 'register', null);
    const answer = this.ceremony.read(reply.answer);
    const key = challenge && answer && (await this.ceremony.made(answer, challengeFor(personId, challenge)));
    if (!key) return guestPasskeyRefusals.GUEST_PASSKEY_NOT_MADE();
    const taken = { guest_passkey_credential_unique: () => guestPasskeyRefusals.GUEST_PASSKEY_KNOWN() };
    return refusedBy(taken, () =>
      this.unitOfWork.run(async (work) => {
        const row = { id: newId(), personId, ...key, createdAt: work.now, lastUsedAt: null };
        await work.manager.insert(GuestPasskey, row);
        const subject = { subject: 'GuestPasskey', subjectId: row.id };
        await this.audit.record(work, { viewer, action: 'guest.registeredPasskey', ...subject });
        return work.manager.create(GuestPasskey, row);
      }),
    );
  }

  /** From now on it opens nothing, and whoever signed in with it is out. */
  async revoke(viewer: PersonViewer, id: string): Promise<void> {
    const personId = ownOf(viewer);
    await this.unitOfWork.run(async (work) => {
      const gone = await work.manager.delete(GuestPasskey, { id, personId });
      if (gone.affected !== 1) return nothingChanged();
      const subject = { subject: 'GuestPasskey', subjectId: id };
      await this.audit.record(work, { viewer, action: 'guest.revokedPasskey', ...subject });
    });
  }
}

function ownOf({ personId, assistant }: PersonViewer): string {
  if (assistant) throw new NotAllowed();
  return personId;
}
