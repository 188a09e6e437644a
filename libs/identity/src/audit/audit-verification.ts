import type { DataSource } from 'typeorm';
import { AuditRepository } from './audit.repository.js';
import { emptyChain, faultAfter, type ChainFault, type ChainHead } from './audit-chain.js';

export interface Verdict {
  /** The first entry that is not as it was sealed; null when all are. */
  readonly fault: ChainFault | null;
  /** The end of the chain as far as it holds. */
  readonly head: ChainHead;
  readonly erased: number;
  readonly unsealed: number;
  readonly unsealedSince: Date | null;
}

const atOnce = 5_000;

/** Walks the whole chain of this database. `known`: an end of it that somebody noted elsewhere, and that it must still hold. */
export function verifyAudit(database: DataSource, known?: ChainHead): Promise<Verdict> {
  return new AuditVerification(new AuditRepository(database)).verify(known);
}

/** Walks the whole chain and stops at the first entry that was changed, taken out, put in or moved. */
class AuditVerification {
  constructor(private readonly entries: AuditRepository) {}

  async verify(known?: ChainHead): Promise<Verdict> {
    let head = emptyChain;
    let erased = 0;
    let fault: ChainFault | null = null;
    for (let rows = await this.next(head); rows.length > 0 && !fault; rows = fault ? [] : await this.next(head)) {
      for (const entry of rows) {
        fault = faultAfter(head, entry) ?? unlike(known, Number(entry.position), entry.hash, entry.id);
        if (fault) break;
        head = { position: Number(entry.position), hash: entry.hash ?? '' };
        if (entry.erasedBy) erased += 1;
      }
    }
    const { count, since } = await this.entries.waiting();
    return { fault: fault ?? cutOff(known, head), head, erased, unsealed: count, unsealedSince: since };
  }

  private next({ position }: ChainHead) {
    return this.entries.after(position, atOnce);
  }
}

function unlike(known: ChainHead | undefined, position: number, hash: string | null, entryId: string) {
  if (known?.position !== position || known.hash === hash) return null;
  return { position, entryId, what: 'tampered: the chain up to here was written anew' };
}

function cutOff(known: ChainHead | undefined, head: ChainHead): ChainFault | null {
  if (!known || head.position >= known.position) return null;
  return { position: head.position + 1, entryId: '', what: `missing: the chain once reached ${known.position}` };
}
