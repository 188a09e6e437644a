import type { Refusal } from '#kernel';
import { UnitOfWork, type StaffViewer, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import { AttemptLimit } from '../attempts/attempt-limit.js';
import type { SessionOrigin } from '../sessions/session-origin.js';
import { SessionOpener, type SignedIn } from '../sign-in/session-opener.js';
import { ChallengeRepository } from './challenge.repository.js';
import { PasskeyCeremony } from './passkey-ceremony.js';
import type { Passkey } from './passkey.entity.js';
import { PasskeyRepository } from './passkey.repository.js';
import { passkeyRefusals } from './passkey.rules.js';
import type { PasskeyQuestion, PasskeyReply } from './passkey.service.js';

interface Signature {
  readonly key: Passkey;
  readonly counter: number;
}

/** Comes in, or proves again, by a passkey: the device and the person on it are two factors in one step. */
@Injectable()
export class PasskeySignInService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly attempts: AttemptLimit,
    private readonly passkeys: PasskeyRepository,
    private readonly challenges: ChallengeRepository,
    private readonly ceremony: PasskeyCeremony,
    private readonly opener: SessionOpener,
  ) {}

  /** For anybody: nothing in it tells who has an account. */
  async start(): Promise<PasskeyQuestion> {
    const { id: challengeId, challenge } = await this.challenges.issue('sign_in', null);
    return { challengeId, options: await this.ceremony.askToSign(challenge) };
  }

  async signIn(visitor: Viewer, reply: PasskeyReply, origin: SessionOrigin): Promise<SignedIn | Refusal> {
    // Who comes is only known when the signature is right: the address alone is counted.
    const attempt = { deed: 'passkey', subject: origin.address, address: origin.address } as const;
    const usedUp = await this.attempts.claim(attempt);
    if (usedUp) return usedUp;
    const signature = await this.signature(reply, await this.challenges.take(reply.challengeId, 'sign_in', null));
    if (!signature) return passkeyRefusals.PASSKEY_FAILED();
    const { key, counter } = signature;
    const entrance = { visitor, accountId: key.accountId, origin, action: 'signInWithPasskey' };
    const signedIn = await this.opener.open(entrance, (work) => this.passkeys.noteUsed(work, key, counter));
    if (!signedIn) return passkeyRefusals.PASSKEY_FAILED();
    await this.attempts.forgive(attempt);
    return signedIn;
  }

  /** For whoever is signed in: with one of their own passkeys. */
  async startProof({ accountId }: StaffViewer): Promise<PasskeyQuestion> {
    const { id: challengeId, challenge } = await this.challenges.issue('prove', accountId);
    return { challengeId, options: await this.ceremony.askToSign(challenge, await this.passkeys.of(accountId)) };
  }

  /** Whether the reply proves the person behind the session. */
  async isProof({ accountId }: StaffViewer, reply: PasskeyReply): Promise<boolean> {
    const challenge = await this.challenges.take(reply.challengeId, 'prove', accountId);
    const signature = await this.signature(reply, challenge);
    if (signature?.key.accountId !== accountId) return false;
    const { key, counter } = signature;
    return this.unitOfWork.run((work) => this.passkeys.noteUsed(work, key, counter));
  }

  private async signature(reply: PasskeyReply, challenge: string | null): Promise<Signature | null> {
    const answer = this.ceremony.read(reply.answer);
    const key = answer && (await this.passkeys.byCredentialId(answer.id));
    const counter = key && challenge && (await this.ceremony.signed(answer, challenge, key, key.accountId));
    return key && typeof counter === 'number' ? { key, counter } : null;
  }
}
