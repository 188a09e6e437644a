import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
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

/** Opens an address of the panel and waits until it shows what it has: nothing loads, nothing is asked for any more. */
export async function openPanel(page: Page, path: string, language = 'es'): Promise<void> {
  await page.goto(`/panel${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
  await page.waitForSelector('main h1');
  await page.waitForSelector('main .skeleton', { state: 'detached' });
  await page.waitForLoadState('networkidle');
}
