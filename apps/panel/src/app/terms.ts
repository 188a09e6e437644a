import { useCallback } from 'react';
import en from '../../../api/words.en.json';
import es from '../../../api/words.es.json';
import { useLanguage } from './words.js';

const terms = { es, en } as const;

/** Names of the domain's kinds and states: the same words as in the mails and on the public pages. */
export type TermKind = keyof typeof es;

/** `term('SessionKind', 'plenary')` -> «Plenaria». A value that nobody named is shown as it is. */
export function useTerms(): (kind: TermKind, value: string) => string {
  const language = useLanguage();
  return useCallback(
    (kind, value) => (terms[language][kind] as Readonly<Record<string, string>> | undefined)?.[value] ?? value,
    [language],
  );
}

/** Every value of a kind with its name, for a select. */
export function useTermOptions(kind: TermKind): { value: string; label: string }[] {
  const language = useLanguage();
  return Object.entries(terms[language][kind]).map(([value, label]) => ({ value, label }));
}
