import { chromium, describeWith, type Product } from '#support';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { launchBrowser, sizes } from './browser.js';
import { startDemo } from './demo.js';
import { contrastFaultsOf, overflowOf, smallTargetsOf, violationsOf } from './inspection.js';
import { filledIn, panelRoutes } from './panel-routes.js';
import { askingAs, openPanel, settled, signedInContext } from './panel-visit.js';

/** Opens every screen of the panel whose address fits, and declares what has to hold there. */
export function inspectScreens(name: string, fits: (route: string) => boolean): void {
  describeWith(chromium, name, () => {
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

    /** Opens the screen once and looks at it in each size, as somebody does who turns a tablet. */
    async function lookAt(route: string, language: string): Promise<void> {
      await page.setViewportSize(sizes.phone);
      await openPanel(page, await filledIn(route, askingAs(context)), language);
      for (const [size, viewport] of Object.entries(sizes)) {
        await page.setViewportSize(viewport);
        await settled(page);
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
    }

    describe.each(panelRoutes().filter(fits))('%s', (route) => {
      it('has what everybody needs to use it, on a phone and on a desk, by day and by night', async () => {
        await lookAt(route, 'es');
        await page.emulateMedia({ colorScheme: 'dark' });
        await settled(page);
        const atNight = await contrastFaultsOf(page);
        await page.emulateMedia({ colorScheme: 'light' });
        expect(atNight).toEqual([]);
      });

      it('has it in English too', () => lookAt(route, 'en'));
    });
  });
}
