import { RowScopes, Sweep, UnitOfWork, type Work } from '#platform';
import { Injectable, Logger } from '@nestjs/common';
import { AuditRepository } from './audit.repository.js';
import { sealOf } from './audit-seal.js';

/** Entries of one transaction of the sealer. */
const atOnce = 1_000;

/**
 * Chains the entries behind the deeds' backs: a deed only inserts its entry, and never waits for another deed's. Once a second whatever
 * was committed since gets its place; one sealer at a time, held by an advisory lock.
 */
@Injectable()
export class AuditSealing {
  private readonly logger = new Logger('AuditChain');

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly entries: AuditRepository,
    private readonly scopes: RowScopes,
  ) {}

  @Sweep({ everySeconds: 1 })
  async seal(): Promise<void> {
    while ((await this.unitOfWork.run((work) => this.sealSome(work))) === atOnce);
  }

  /**
   * Seals everything that is committed and not sealed yet; the chain waits until this unit of work ends. In jobs and sweeps alone: a
   * request sees no more than its viewer's entries, and would fork the chain.
   */
  async sealNow(work: Work): Promise<void> {
    if (!this.scopes.isSystem()) throw new Error('Only the product itself seals the audit');
    await this.entries.lockChain(work.manager);
    while ((await this.sealSome(work)) === atOnce);
  }

  /** Answers how many. */
  private async sealSome(work: Work): Promise<number> {
    if ((await this.entries.isSealed(work.manager)) || !(await this.entries.tryChain(work.manager))) return 0;
    // Read under the lock: another sealer may have been quicker.
    const entries = await this.entries.unsealed(work.manager, atOnce);
    let { position, hash } = await this.entries.head(work.manager);
    const seals = entries.map((entry) => {
      const seal = sealOf(entry, position + 1, hash);
      ({ position, hash } = seal);
      return { id: entry.id, ...seal };
    });
    await this.entries.seal(work.manager, seals);
    // Whoever keeps the log elsewhere can tell later whether the end of the chain was cut off.
    if (seals.length > 0) this.logger.log({ message: 'Audit sealed', position, hash });
    return seals.length;
  }
}
