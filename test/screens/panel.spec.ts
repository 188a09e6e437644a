import { chromium, describeWith, type Product } from '#support';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { launchBrowser, sizes } from './browser.js';
import { startDemo } from './demo.js';
import { overflowOf, smallTargetsOf, violationsOf } from './inspection.js';
import { filledIn, panelRoutes } from './panel-routes.js';
import { askingAs, openPanel, signedInContext } from './panel-visit.js';

const languages = ['es', 'en'] as const;

describeWith(chromium, 'the panel', () => {
  let product: Product;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[] = [];

  beforeAll(async () => {
    [product, browser] = await Promise.all([startDemo(), launchBrowser(chromium.at ?? '')]);
    context = await signedInContext(browser, product.url, { bypassCSP: true });
    page = await context.newPage();
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
  }, 120_000);

  beforeEach(() => {
    complaints = [];
  });

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  describe.each(panelRoutes())('%s', (route) => {
    it.each(languages)('has what everybody needs to use it, on a phone and on a desk, in %s', async (language) => {
      const path = await filledIn(route, askingAs(context));
      for (const [size, viewport] of Object.entries(sizes)) {
        await page.setViewportSize(viewport);
        await openPanel(page, path, language);
        const lang = await page.getAttribute('html', 'lang');
        const found = { violations: await violationsOf(page), small: await smallTargetsOf(page) };
        const overflow = await overflowOf(page);
        const isNamed = / · Tinkuy$/.test(await page.title());
        expect({ size, lang, isNamed, ...found, overflow, complaints }).toEqual({
          size,
          lang: language,
          isNamed: true,
          violations: [],
          small: [],
          overflow: 0,
          complaints: [],
        });
      }
    });

    it('can be read at night', async () => {
      await page.emulateMedia({ colorScheme: 'dark' });
      await openPanel(page, await filledIn(route, askingAs(context)));
      const violations = await violationsOf(page);
      await page.emulateMedia({ colorScheme: 'light' });
      expect(violations).toEqual([]);
    });
  });
});
