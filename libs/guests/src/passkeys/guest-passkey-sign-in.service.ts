import { AttemptLimit, ChallengeRepository, PasskeyCeremony, type PasskeyQuestion, type PasskeyReply } from '#identity';
import type { Refusal } from '#kernel';
import { UnitOfWork, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import { GuestSessionService, type BegunSession } from '../sessions/guest-session.service.js';
import { GuestPasskeyRepository } from './guest-passkey.repository.js';
import { guestPasskeyRefusals } from './guest-passkey.rules.js';

/** Comes in by a passkey in place of a mailed code: for that person alone, not for others who share the address. */
@Injectable()
export class GuestPasskeySignIn {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly limit: AttemptLimit,
    private readonly passkeys: GuestPasskeyRepository,
    private readonly challenges: ChallengeRepository,
    private readonly ceremony: PasskeyCeremony,
    private readonly sessions: GuestSessionService,
  ) {}

  /** For anybody: nothing in it tells who has a passkey. */
  async start(): Promise<PasskeyQuestion> {
    const { id: challengeId, challenge } = await this.challenges.issue('sign_in', null);
    return { challengeId, options: await this.ceremony.askToSign(challenge) };
  }

  async signIn(viewer: Viewer, reply: PasskeyReply, oldToken: string | null): Promise<BegunSession | Refusal> {
    // Who comes is only known when the signature is right: the address alone is counted.
    const address = viewer.cameFrom?.address ?? '';
    const attempt = { deed: 'passkey', subject: address, address } as const;
    const tooMany = await this.limit.claim(attempt);
    if (tooMany) return tooMany;
    const challenge = await this.challenges.take(reply.challengeId, 'sign_in', null);
    const answer = this.ceremony.read(reply.answer);
    const key = answer && (await this.passkeys.byCredentialId(answer.id));
    const counter = key && challenge && (await this.ceremony.signed(answer, challenge, key, key.personId));
    if (!key || typeof counter !== 'number') return guestPasskeyRefusals.GUEST_PASSKEY_FAILED();
    const begun = await this.unitOfWork.run(async (work) => {
      if (!(await this.passkeys.noteUsed(work, key, counter))) return null;
      return this.sessions.beginByPasskey(work, viewer, { passkeyId: key.id, personId: key.personId }, oldToken);
    });
    if (!begun) return guestPasskeyRefusals.GUEST_PASSKEY_FAILED();
    await this.limit.forgive(attempt);
    return begun;
  }
}
