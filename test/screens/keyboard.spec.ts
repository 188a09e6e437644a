import { chromium, describeWith, type Product } from '#support';
import type { Browser, Page } from '@playwright/test';
import { launchBrowser, sizes } from './browser.js';
import { startDemo } from './demo.js';
import { focused, tabTo } from './keyboard.js';
import { findScreens } from './screens.js';

describeWith(chromium, 'with the keyboard alone', () => {
  let product: Product;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startDemo(), launchBrowser(chromium.at ?? '')]);
    const context = await browser.newContext({ locale: 'es-PE', viewport: sizes.desktop });
    page = await context.newPage();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it('staff sign in: the fields in their order, Enter sends', async () => {
    await page.goto(`${product.url}/entrar?lang=es`);
    expect(await tabTo(page, 'email')).toEqual([
      'Ir al contenido',
      'Tinkuy',
      'English',
      'Entrar con llave de acceso',
      'email',
    ]);
    await page.keyboard.type('organiza@demo.example');
    expect(await tabTo(page, 'password')).toEqual(['password']);
    await page.keyboard.type('encuentro en el Cusco');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/panel/);
    await page.getByRole('button', { name: 'Cuenta de Organización (demo)' }).waitFor();
  });

  it('a wrong password leads the focus to what is wrong', async () => {
    await page.context().clearCookies();
    await page.goto(`${product.url}/entrar?lang=es`);
    await tabTo(page, 'email');
    await page.keyboard.type('organiza@demo.example');
    await tabTo(page, 'password');
    await page.keyboard.type('no es esta');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#errors:focus');
    expect(await page.inputValue('#email')).toBe('organiza@demo.example');
  });

  it('the skip link is the first stop, is seen, and leads to the content', async () => {
    await page.goto(`${product.url}/entrar?lang=es`);
    await page.keyboard.press('Tab');
    const link = await page.locator(':focus').boundingBox();
    await page.keyboard.press('Enter');
    await page.waitForURL(/#content$/);
    expect((link?.x ?? -1) >= 0).toBe(true);
    expect(await tabTo(page, 'email')).toEqual(['Entrar con llave de acceso', 'email']);
  });

  it('a focal point adds a person; Enter in a field adds, and never sends the delegation', async () => {
    const { screens, cookies } = await findScreens(product.url);
    await page.context().addCookies(cookies.map((cookie) => ({ ...cookie, url: product.url })));
    const { delegation } = screens;
    await page.goto(`${product.url}${delegation}?lang=es`);
    await tabTo(page, 'people.0.givenNames');
    await page.keyboard.type('Genara (demo)');
    const stops: string[] = [];
    for (const text of ['Mamani Quispe', 'Regidora', 'genara@demo.example', '']) {
      await page.keyboard.press('Tab');
      stops.push(await focused(page));
      await page.keyboard.type(text);
    }
    expect(stops).toEqual(['familyNames', 'positionTitle', 'email', 'phone'].map((field) => `people.0.${field}`));
    await page.keyboard.press('Enter');
    await page.waitForURL(/hecho=/);
    expect(new URL(page.url()).searchParams.get('hecho')).toBe('agregado');
    expect(await page.locator('.members li').count()).toBe(3);
    await tabTo(page, 'Enviar la delegación');
    await page.keyboard.press('Enter');
    await page.waitForURL(/hecho=enviado/);
    expect(await page.locator('.done').innerText()).toBe('Delegación enviada. Gracias: la organización ya la tiene.');
  });
});
