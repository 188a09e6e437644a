import type { Refusal } from '#kernel';
import { NotAllowed, type StaffViewer, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import { AttemptLimit } from '../attempts/attempt-limit.js';
import { ProofService } from '../sessions/proof.service.js';
import { PasskeySignInService } from './passkey-sign-in.service.js';
import { passkeyRefusals } from './passkey.rules.js';
import type { PasskeyReply } from './passkey.service.js';

@Injectable()
export class PasskeyProofService {
  constructor(
    private readonly passkeys: PasskeySignInService,
    private readonly attempts: AttemptLimit,
    private readonly proofs: ProofService,
  ) {}

  async prove(viewer: Viewer, reply: PasskeyReply, address: string): Promise<StaffViewer | Refusal> {
    if (viewer.kind !== 'staff') throw new NotAllowed();
    const attempt = { deed: 'passkey', subject: viewer.accountId, address } as const;
    const usedUp = await this.attempts.claim(attempt);
    if (usedUp) return usedUp;
    if (!(await this.passkeys.isProof(viewer, reply))) return passkeyRefusals.PASSKEY_FAILED();
    await this.attempts.forgive(attempt);
    return this.proofs.note(viewer, 'proveWithPasskey');
  }
}
