import type { Refusal } from '#kernel';
import type { Viewer } from '#platform';

export function statusOf(refusal: Refusal): number {
  return refusal.code === 'TOO_MANY_ATTEMPTS' ? 429 : 422;
}

/** Spanish is what an address says that says nothing. */
export function pathIn(path: string, { language }: Viewer): string {
  return language === 'es' ? path : `${path}${path.includes('?') ? '&' : '?'}lang=${language}`;
}
