import type { Browser, BrowserContext, BrowserContextOptions, Page, Request } from '@playwright/test';
import type { Asking } from './panel-routes.js';

/** As the demonstration is seeded. */
const credentials = { email: 'organiza@demo.example', password: 'encuentro en el Cusco' };

/** A browser in which the demonstration's organiser is signed in. */
export async function signedInContext(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'es-PE', reducedMotion: 'reduce', baseURL: url, ...options });
  const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';
  const answer = await context.request.post('/graphql', { data: { query, variables: { input: credentials } } });
  const { data } = (await answer.json()) as { data: { signIn: { __typename: string } } };
  if (data.signIn.__typename === 'Refusal') throw new Error('The organiser of the demonstration was refused');
  return context;
}

/** Asks the API with the cookie of the context. */
export function askingAs(context: BrowserContext): Asking {
  return async (query) => {
    const answer = await context.request.post('/graphql', { data: { query } });
    const { data, errors } = (await answer.json()) as { data: Record<string, unknown>; errors?: unknown };
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
}

/** Opens an address of the panel and waits until it shows what it has. */
export async function openPanel(page: Page, path: string, language = 'es'): Promise<void> {
  const underWay = requestsOf(page);
  underWay.clear();
  await page.goto(`/panel${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
  await loaded(page);
}

/** Waits until a page that `openPanel` opened shows what it has asked for: after it went on to another address, or did something. */
export async function loaded(page: Page): Promise<void> {
  const underWay = requestsOf(page);
  do {
    await page.waitForSelector('main h1');
    await page.waitForSelector('main .skeleton', { state: 'detached' });
    await Promise.all([...underWay].map((request) => request.response()));
    await settled(page);
  } while (underWay.size > 0);
}

/** Waits until what was told to the page has become what it shows: two frames are drawn, and what they began is done. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(
    `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))`,
  );
}

const kept = new WeakMap<Page, Set<Request>>();

/** What the page has asked for and waits for; what it only fetches ahead is no part of what it shows. */
function requestsOf(page: Page): Set<Request> {
  const known = kept.get(page);
  if (known) return known;
  const underWay = new Set<Request>();
  kept.set(page, underWay);
  page.on('request', (request) => {
    if (['document', 'fetch', 'xhr', 'script', 'stylesheet', 'font'].includes(request.resourceType()))
      underWay.add(request);
  });
  const isOver = (request: Request): boolean => underWay.delete(request);
  page.on('requestfinished', isOver);
  page.on('requestfailed', isOver);
  return underWay;
}
