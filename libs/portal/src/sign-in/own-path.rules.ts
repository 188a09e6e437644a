/** Where to go afterwards, as the address asks: a path of ours, or the panel. Anything that leaves this site is nobody's wish. */
export function ownPath(asked: unknown): string {
  const here = 'https://here.invalid';
  const fallback = '/panel';
  if (typeof asked !== 'string' || !asked.startsWith('/') || !URL.canParse(asked, here)) return fallback;
  const url = new URL(asked, here);
  return url.origin === here ? url.pathname + url.search + url.hash : fallback;
}
