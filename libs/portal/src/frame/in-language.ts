import type { Language } from '#kernel';

/** The address of a page in a language, added to the query that stands there. Spanish is what an address says that says nothing. */
export function inLanguage(path: string, language: Language): string {
  return language === 'es' ? path : `${path}${path.includes('?') ? '&' : '?'}lang=${language}`;
}
