import { gzipSync } from 'node:zlib';

/** Bytes that a slow phone may have to fetch, compressed as a proxy would: of a page's HTML, and of all its scripts. */
const most = 10 * 1024;

async function weightOf(url: string, cookie = ''): Promise<{ bytes: number; body: string }> {
  const body = await (await fetch(url, { headers: { cookie } })).text();
  return { bytes: gzipSync(body).length, body };
}

/** What of a page is heavier than it may be, with its bytes. */
export async function tooHeavyOf(url: string, cookie: string): Promise<Record<string, number>> {
  const { bytes, body } = await weightOf(url, cookie);
  const scripts = [...body.matchAll(/<script[^>]*src="([^"]+)"/g)].map(([, src]) => src);
  const weights = await Promise.all(scripts.map((src) => weightOf(new URL(src, url).href)));
  const script = weights.reduce((sum, weight) => sum + weight.bytes, 0);
  return { ...(bytes > most && { [url]: bytes }), ...(script > most && { [scripts.join()]: script }) };
}
