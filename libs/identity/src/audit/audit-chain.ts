import type { AuditEntry } from './audit-entry.entity.js';
import { beginning, digestOf, hashOf, valuesOf } from './audit-seal.js';

/** The first place where the audit is not as it was written. */
export interface ChainFault {
  readonly position: number;
  readonly entryId: string;
  readonly what: string;
}

/** Where a chain stands after a checked entry. */
export interface ChainHead {
  readonly position: number;
  readonly hash: string;
}

export const emptyChain: ChainHead = { position: 0, hash: beginning };

/** What is wrong with the entry that stands next in the chain; null when nothing is. */
export function faultAfter(head: ChainHead, entry: AuditEntry): ChainFault | null {
  const position = Number(entry.position);
  const fault = (what: string): ChainFault => ({ position, entryId: entry.id, what });
  if (position !== head.position + 1) return fault(`missing: entry ${head.position + 1} is not there`);
  if (entry.previousHash !== head.hash) return fault('out of order: it does not follow from the entry before');
  const hash = hashOf(entry, position, head.hash, entry.digests ?? {});
  if (entry.hash !== hash) return fault('tampered: its facts are not those that were sealed');
  const what = valueFault(entry);
  return what === null ? null : fault(what);
}

function valueFault(entry: AuditEntry): string | null {
  const { digests, salts, erasedBy } = entry;
  const values = new Map(valuesOf(entry));
  for (const path of values.keys()) if (!digests?.[path]) return `tampered: ${path} was put in later`;
  for (const [path, digest] of Object.entries(digests ?? {})) {
    const salt = salts?.[path];
    if (salt === undefined && !values.has(path)) {
      if (erasedBy === null) return `tampered: ${path} is gone, and nobody says who erased it`;
    } else if (salt === undefined || digestOf(salt, path, values.get(path)) !== digest) {
      return `tampered: ${path} is not what was sealed`;
    }
  }
  return null;
}
