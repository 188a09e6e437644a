import { chromium, describeWith, type Product } from '#support';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { launchBrowser, sizes } from './browser.js';
import { startDemo } from './demo.js';
import { openPanel, signedInContext } from './panel-visit.js';

const event = '/e/ii-encuentro-mancomunidades';

/** What the browser said that the page's content policy forbids. */
function forbiddenIn(page: Page): string[] {
  const forbidden: string[] = [];
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) forbidden.push(message.text());
  });
  return forbidden;
}

/** Whether an open dialog holds the page behind it still: its style sheet was let in. */
const isStill = (page: Page): Promise<boolean> =>
  page.evaluate("getComputedStyle(document.body).overflow === 'hidden'");

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.waitForSelector('[cmdk-input]:focus');
}

describeWith(chromium, "the panel's content policy", () => {
  let product: Product;
  let browser: Browser;
  let context: BrowserContext;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startDemo({ withWorker: false }), launchBrowser(chromium.at ?? '')]);
    context = await signedInContext(browser, product.url, { viewport: sizes.desktop });
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it('names no style sheet but by a nonce, new with each answer, and lets no script stand in the page', async () => {
    const policies = await Promise.all(
      [1, 2].map(async () => (await context.request.get('/panel')).headers()['content-security-policy']),
    );
    const nonces = policies.map((policy) => /style-src-elem 'self' 'nonce-([\w+/=]{24})';/.exec(policy)?.[1]);
    expect([nonces.every(Boolean), nonces[0] === nonces[1]]).toEqual([true, false]);
    expect(policies.filter((policy) => /script-src 'self';/.test(policy))).toHaveLength(2);
  });

  it('forbids nothing that the screens do: lists, menus, dialogs, the palette, both themes', async () => {
    const page = await context.newPage();
    const forbidden = forbiddenIn(page);
    for (const path of [event, `${event}/rooms`, `${event}/sessions`, '/people', '/institutions', '/account'])
      await openPanel(page, path);
    await openPanel(page, `${event}/rooms`);
    await openPalette(page);
    expect(await isStill(page)).toBe(true);
    await page.keyboard.press('Escape');
    await page.waitForSelector('[cmdk-input]', { state: 'detached' });
    await page.emulateMedia({ colorScheme: 'dark' });
    const menu = page.locator('button[aria-haspopup=menu]').first();
    await menu.click();
    await page.getByRole('menu').waitFor();
    await page.keyboard.press('Escape');
    expect(forbidden).toEqual([]);
    await page.close();
  });

  it('would forbid the style sheet of a dialog that carries another nonce', async () => {
    const page = await context.newPage();
    const forbidden = forbiddenIn(page);
    await page.route('**/panel/e/**', async (route) => {
      const answer = await route.fetch();
      const body = (await answer.text()).replace(/nonce="[^"]+"/, 'nonce="of-somebody-else"');
      await route.fulfill({ response: answer, body });
    });
    await openPanel(page, `${event}/rooms`);
    await openPalette(page);
    expect([await isStill(page), forbidden.length > 0]).toEqual([false, true]);
    await page.close();
  });
});
