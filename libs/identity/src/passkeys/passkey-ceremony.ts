import { Config } from '#platform';
import { Injectable, Logger } from '@nestjs/common';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';
import type { Account } from '../accounts/account.entity.js';
import type { Passkey } from './passkey.entity.js';

/** A tenth of all the files of a process, certificates and what not: loaded when the first passkey is spoken of. */
const webauthn = () => import('@simplewebauthn/server');

/** As much of an answer as has to be read before it is verified; a browser's own fields stay as they are. */
const answered = z.looseObject({
  id: z.string().max(1400),
  rawId: z.string().max(1400),
  type: z.literal('public-key'),
  response: z.looseObject({ clientDataJSON: z.string(), userHandle: z.string().optional() }),
});

export type PasskeyAnswer = z.output<typeof answered>;

/** Whose a passkey is, as their device shows it. */
export type KeyHolder = Pick<Account, 'id' | 'email' | 'name'>;

type KeyName = Pick<Passkey, 'credentialId' | 'transports'>;

/** What is kept of a new passkey. */
export type NewKey = Pick<Passkey, 'credentialId' | 'publicKey' | 'counter' | 'transports' | 'isBackedUp'>;

/**
 * What is said between the browser and us about passkeys. For whom we speak is told by PUBLIC_URL alone, never by the Host header: a
 * passkey that was made for another site, or for a site that only looks like ours, signs for that site.
 */
@Injectable()
export class PasskeyCeremony {
  private readonly logger = new Logger('Passkeys');

  constructor(private readonly config: Config) {}

  /** What the browser is asked to sign with. Without keys it offers every passkey that it has for us. */
  async askToSign(challenge: string, keys?: readonly KeyName[]): Promise<string> {
    const allowCredentials = keys?.map(({ credentialId: id, transports }) => ({ id, transports }));
    const bytes = Buffer.from(challenge, 'base64url');
    const { generateAuthenticationOptions } = await webauthn();
    const options = await generateAuthenticationOptions({
      rpID: this.rpId,
      challenge: bytes,
      userVerification: 'required',
      allowCredentials,
      timeout: 300_000,
    });
    return JSON.stringify(options);
  }

  /** What the browser is asked to make: found again without a user name, and only for a person whom the device has verified. */
  async askToMake(challenge: string, holder: KeyHolder, keys: readonly KeyName[]): Promise<string> {
    const { generateRegistrationOptions } = await webauthn();
    const options = await generateRegistrationOptions({
      rpID: this.rpId,
      rpName: 'Tinkuy',
      userID: new Uint8Array(Buffer.from(holder.id)),
      userName: holder.email,
      userDisplayName: holder.name,
      challenge: Buffer.from(challenge, 'base64url'),
      attestationType: 'none',
      excludeCredentials: keys.map(({ credentialId: id, transports }) => ({ id, transports })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      timeout: 300_000,
    });
    return JSON.stringify(options);
  }

  /** The answer as the browser sent it; null when it is none. */
  read(json: string): PasskeyAnswer | null {
    try {
      return answered.parse(JSON.parse(json));
    } catch (error) {
      this.logger.debug({ message: 'Not an answer of a passkey', kind: (error as Error).name });
      return null;
    }
  }

  /** The key that was made; null when the answer proves none. */
  async made(answer: PasskeyAnswer, challenge: string): Promise<NewKey | null> {
    const { verifyRegistrationResponse } = await webauthn();
    const response = answer as unknown as RegistrationResponseJSON;
    const verified = await this.orNull(() =>
      verifyRegistrationResponse({ response, ...this.expected(challenge), requireUserVerification: true }),
    );
    if (!verified?.verified) return null;
    const { credential, credentialBackedUp } = verified.registrationInfo;
    return {
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey),
      counter: String(credential.counter),
      transports: (credential.transports ?? []).filter((transport) => /^[a-z-]{2,20}$/.test(transport)).slice(0, 8),
      isBackedUp: credentialBackedUp,
    };
  }

  /** The device's new counter when the key signed the challenge for us; null when it did not. */
  async signed(answer: PasskeyAnswer, challenge: string, key: NewKey, holderId: string): Promise<number | null> {
    const { userHandle } = answer.response;
    if (userHandle !== undefined && Buffer.from(userHandle, 'base64url').toString() !== holderId) return null;
    const { verifyAuthenticationResponse } = await webauthn();
    const response = answer as unknown as AuthenticationResponseJSON;
    const credential = {
      id: key.credentialId,
      publicKey: new Uint8Array(key.publicKey),
      counter: Number(key.counter),
      transports: key.transports,
    };
    const verified = await this.orNull(() =>
      verifyAuthenticationResponse({
        response,
        credential,
        ...this.expected(challenge),
        requireUserVerification: true,
      }),
    );
    return verified?.verified ? verified.authenticationInfo.newCounter : null;
  }

  private get rpId(): string {
    return new URL(this.config.publicUrl).hostname;
  }

  private expected(challenge: string) {
    return {
      expectedChallenge: challenge,
      expectedOrigin: new URL(this.config.publicUrl).origin,
      expectedRPID: this.rpId,
    };
  }

  /** The library throws for whatever does not fit; to the person it is all one. */
  private async orNull<T>(verify: () => Promise<T>): Promise<T | null> {
    try {
      return await verify();
    } catch (error) {
      this.logger.warn({ message: 'A passkey was not accepted', reason: (error as Error).message.slice(0, 200) });
      return null;
    }
  }
}
