import { chromium, describeWith, type Product } from '#support';
import type { Browser, Page } from '@playwright/test';
import { launchBrowser, sizes } from './browser.js';
import { startDemo } from './demo.js';
import { overflowOf, smallTargetsOf, violationsOf } from './inspection.js';
import {
  findScreens,
  inLanguage,
  routeOf,
  screenNames,
  statusOf,
  type FoundScreens,
  type ScreenName,
  type Screens,
} from './screens.js';
import { tooHeavyOf } from './weight.js';

const languages = ['es', 'en'] as const;

describeWith(chromium, 'every page, on a phone and on a desk, in both languages', () => {
  let product: Product;
  let browser: Browser;
  let found: FoundScreens;
  let screens: Screens;
  /** One that runs no script, as the pages promise to need none, and one in which axe can look around. */
  let plain: Page;
  let scripted: Page;
  let complaints: string[] = [];

  beforeAll(async () => {
    [product, browser] = await Promise.all([startDemo(), launchBrowser(chromium.at ?? '')]);
    found = await findScreens(product.url);
    screens = found.screens;
    const plainContext = await browser.newContext({ javaScriptEnabled: false });
    const scriptedContext = await browser.newContext({ bypassCSP: true, reducedMotion: 'reduce' });
    plain = await plainContext.newPage();
    scripted = await scriptedContext.newPage();
    // The answer of a page that is meant to be lacking is no complaint.
    const isStatus = (text: string) =>
      text.startsWith('Failed to load resource: the server responded with a status of 4');
    plain.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()) && !isStatus(message.text())) complaints.push(message.text());
    });
    scripted.on('pageerror', ({ message }) => complaints.push(message));
  }, 120_000);

  beforeEach(() => {
    complaints = [];
  });

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it('each stands at the route that it is to show', () => {
    const shows = (name: ScreenName) =>
      new RegExp(`^${routeOf[name].replace(/:\w+/g, '[\\w-]+')}$`).test(screens[name].split('?')[0]);
    expect(screenNames.filter((name) => !shows(name))).toEqual([]);
  });

  describe.each(screenNames)('%s', (name) => {
    let cookie: string;

    beforeAll(async () => {
      const own = await found.cookiesFor(name);
      cookie = own.map(({ name: key, value }) => `${key}=${value}`).join('; ');
      const cookies = own.map((one) => ({ ...one, url: product.url }));
      for (const page of [plain, scripted]) {
        await page.context().clearCookies();
        await page.context().addCookies(cookies);
      }
    });

    it.each(languages)('has what everybody needs to use it, in %s', async (language) => {
      const url = product.url + inLanguage(screens[name], language);
      await scripted.setViewportSize(sizes.phone);
      await scripted.goto(url);
      for (const [size, viewport] of Object.entries(sizes)) {
        await scripted.setViewportSize(viewport);
        const faults = { violations: await violationsOf(scripted), small: await smallTargetsOf(scripted) };
        expect({ size, ...faults, overflow: await overflowOf(scripted) }).toEqual({
          size,
          violations: [],
          small: [],
          overflow: 0,
        });
      }
    });

    it('says the same without a script, and the browser complains of nothing', async () => {
      await plain.setViewportSize(sizes.phone);
      const answer = await plain.goto(product.url + inLanguage(screens[name], 'es'));
      const status = statusOf[name] ?? 200;
      const words = (await plain.locator('body').innerText()).trim();
      expect([answer?.status(), words.length > 40, complaints]).toEqual([status, true, []]);
    });

    it('is light enough for a slow phone: at most 10 KB of HTML and 10 KB of script', async () => {
      expect(await tooHeavyOf(product.url + inLanguage(screens[name], 'es'), cookie)).toEqual({});
    });
  });

  it.each(languages)('a link that another browser uses asks for a code, in %s', async (language) => {
    const context = await browser.newContext({ bypassCSP: true, viewport: sizes.phone });
    const page = await context.newPage();
    const answer = await page.goto(product.url + inLanguage(screens.delegation, language));
    const seen = [answer?.status(), await violationsOf(page), await smallTargetsOf(page), await overflowOf(page)];
    expect(seen).toEqual([403, [], [], 0]);
    await context.close();
  });

  it('the agenda travels compressed', async () => {
    const answer = await fetch(product.url + screens.agenda, { headers: { 'accept-encoding': 'gzip' } });
    expect(answer.headers.get('content-encoding')).toBe('gzip');
  });

  it('the agenda prints a day per sheet of A4', async () => {
    await scripted.goto(product.url + inLanguage(screens.agenda, 'es'));
    const pdf = (await scripted.pdf({ preferCSSPageSize: true })).toString('latin1');
    const days = await scripted.locator('section.d').count();
    const [box] = /MediaBox \[[^\]]*\]/.exec(pdf) ?? [];
    expect([pdf.match(/\/Type\s*\/Page\b/g)?.length, box]).toEqual([days, 'MediaBox [0 0 594.95996 841.91998]']);
  });
});
