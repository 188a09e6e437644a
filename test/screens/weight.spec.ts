import type { Product } from '#support';
import { gzipSync } from 'node:zlib';
import { startDemo } from './demo.js';
import { findScreens, inLanguage, screenNames, type FoundScreens } from './screens.js';

const most = 10 * 1024;

/** Bytes of the answer once compressed as a proxy would. */
async function weightOf(url: string, cookie = ''): Promise<{ bytes: number; body: string }> {
  const body = await (await fetch(url, { headers: { cookie } })).text();
  return { bytes: gzipSync(body).length, body };
}

describe('what a slow phone has to fetch', () => {
  let product: Product;
  let found: FoundScreens;

  beforeAll(async () => {
    product = await startDemo();
    found = await findScreens(product.url);
  }, 120_000);

  afterAll(() => product?.stop());

  it.each(screenNames)('%s: at most 10 KB of HTML and 10 KB of script', async (name) => {
    const path = inLanguage(found.screens[name], 'es');
    const cookie = (await found.cookiesFor(name)).map(({ name: key, value }) => `${key}=${value}`).join('; ');
    const { bytes, body } = await weightOf(product.url + path, cookie);
    const scripts = [...body.matchAll(/<script[^>]*src="([^"]+)"/g)].map(([, src]) => src);
    const weights = await Promise.all(scripts.map((src) => weightOf(new URL(src, product.url).href)));
    const script = weights.reduce((sum, weight) => sum + weight.bytes, 0);
    const tooHeavy = { ...(bytes > most && { [path]: bytes }), ...(script > most && { [scripts.join()]: script }) };
    expect(tooHeavy).toEqual({});
  });

  it('the agenda travels compressed', async () => {
    const answer = await fetch(product.url + found.screens.agenda, { headers: { 'accept-encoding': 'gzip' } });
    expect(answer.headers.get('content-encoding')).toBe('gzip');
  });
});
