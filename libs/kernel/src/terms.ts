import type { Words } from './language.js';

const declared = new Map<string, Readonly<Record<string, Words>>>();

/**
 * Declares what the values of a kind or a state are called, once for pages, mails and the panel. The kind is the name of its GraphQL enum;
 * the words are printed to apps/api/words.<language>.json, from which the panel reads them.
 */
export function declareTerms<T extends Readonly<Record<string, Words>>>(kind: string, words: T): T {
  if (declared.has(kind)) throw new Error(`The words of ${kind} are declared twice`);
  declared.set(kind, words);
  return words;
}

/** Every kind that was declared so far, by its name. */
export function declaredTerms(): ReadonlyMap<string, Readonly<Record<string, Words>>> {
  return declared;
}
