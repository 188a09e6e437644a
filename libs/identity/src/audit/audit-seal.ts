import { createHash, randomBytes } from 'node:crypto';
import type { AuditEntry } from './audit-entry.entity.js';

/** The values that may hold personal data: the chain covers salted digests of them, so that they can be erased. */
export type ErasableValues = Pick<AuditEntry, 'before' | 'after' | 'cameFrom'>;

/** Everything else that an entry says; the chain covers it as it is. */
export type SealedFacts = Omit<
  AuditEntry,
  'before' | 'after' | 'cameFrom' | 'position' | 'previousHash' | 'hash' | 'digests' | 'salts' | 'erasedBy'
>;

export interface Seal {
  readonly position: number;
  readonly previousHash: string;
  readonly hash: string;
  readonly digests: Readonly<Record<string, string>>;
  readonly salts: Readonly<Record<string, string>>;
}

/** What the first entry holds in place of the hash of the one before. */
export const beginning = '0'.repeat(64);

/** Seals the entry at the end of a chain. Each value gets a salt of its own: without it a digest does not tell what it was made of. */
export function sealOf(entry: SealedFacts & ErasableValues, position: number, previousHash: string): Seal {
  const values = [...valuesOf(entry)];
  const salts = Object.fromEntries(values.map(([path]) => [path, randomBytes(16).toString('base64url')]));
  const digests = Object.fromEntries(values.map(([path, value]) => [path, digestOf(salts[path], path, value)]));
  return { position, previousHash, hash: hashOf(entry, position, previousHash, digests), digests, salts };
}

export function hashOf(
  entry: SealedFacts,
  position: number,
  previousHash: string,
  digests: Readonly<Record<string, string>>,
): string {
  const { id, sequence, recordedAt, actorKind, actorId, onBehalfOf, requestId } = entry;
  const { action, eventId, organizationId, subject, subjectId } = entry;
  const who = [actorKind, actorId, onBehalfOf, requestId];
  const what = [action, eventId, organizationId, subject, subjectId];
  const facts = [position, previousHash, id, String(sequence), recordedAt.toISOString(), ...who, ...what];
  return sha256(JSON.stringify([...facts, Object.entries(digests).sort(byPath)]));
}

export function digestOf(salt: string, path: string, value: unknown): string {
  return sha256(JSON.stringify([salt, path, ordered(value)]));
}

/** Each value with its path: `after.state`. */
export function* valuesOf({ before, after, cameFrom }: ErasableValues): Generator<[path: string, value: unknown]> {
  for (const [column, values] of Object.entries({ before, after, cameFrom })) {
    for (const [name, value] of Object.entries(values ?? {}))
      if (value !== undefined) yield [`${column}.${name}`, value];
  }
}

/** PostgreSQL keeps the keys of an object in an order of its own; ours is by name. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const plain = value instanceof Date ? value.toJSON() : value;
  if (typeof plain === 'string') return plain;
  const entries = Object.entries(plain).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(entries.sort(byPath).map(([name, inner]) => [name, ordered(inner)]));
}

function byPath([one]: [string, unknown], [other]: [string, unknown]): number {
  return one < other ? -1 : 1;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
