import { chromium, describeWith, type Product } from '#support';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { launchBrowser, sizes } from './browser.js';
import { startDemo } from './demo.js';
import { violationsOf } from './inspection.js';
import { loaded, openPanel, signedInContext } from './panel-visit.js';

const rooms = '/e/ii-encuentro-mancomunidades/rooms';

const focusedText = (page: Page): Promise<string> => page.evaluate('document.activeElement.textContent.trim()');

describeWith(chromium, "the panel's frame", () => {
  let product: Product;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startDemo({ withWorker: false }), launchBrowser(chromium.at ?? '')]);
    context = await signedInContext(browser, product.url, { viewport: sizes.desktop, bypassCSP: true });
    page = await context.newPage();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it('sends whoever is not signed in to the sign-in, and back to where they wanted to go', async () => {
    const stranger = await (await browser.newContext({ locale: 'es-PE', baseURL: product.url })).newPage();
    await stranger.goto(`/panel${rooms}`);
    await stranger.waitForURL(/\/entrar/);
    await stranger.fill('[name=email]', 'organiza@demo.example');
    await stranger.fill('[name=password]', 'encuentro en el Cusco');
    await stranger.press('[name=password]', 'Enter');
    await stranger.waitForURL(`**/panel${rooms}`);
    expect(await stranger.locator('h1').innerText()).toBe('Salas');
    await stranger.context().close();
  });

  it('answers every address with the page, and its files compressed and for good', async () => {
    const deep = await context.request.get('/panel/e/no-hay/nada', { maxRedirects: 0 });
    const html = await deep.text();
    const [script] = /\/panel\/assets\/index-[\w-]+\.js/.exec(html) ?? [''];
    const asset = await context.request.get(script, { headers: { 'accept-encoding': 'br' } });
    const absent = await context.request.get('/panel/assets/..%2Findex.html');
    expect({
      page: [
        deep.status(),
        deep.headers()['cache-control'],
        /frame-ancestors 'none'/.test(deep.headers()['content-security-policy']),
      ],
      asset: [asset.status(), asset.headers()['content-encoding'], asset.headers()['cache-control']],
      absent: absent.status(),
    }).toEqual({
      page: [200, 'no-cache', true],
      asset: [200, 'br', 'public, max-age=31536000, immutable'],
      absent: 404,
    });
  });

  it('finds a session by Ctrl-K without its accents, and goes there', async () => {
    await openPanel(page, rooms);
    await page.keyboard.press('Control+k');
    await page.waitForSelector('[cmdk-input]:focus');
    await page.keyboard.type('articulacion');
    await page.waitForSelector('[cmdk-group-heading]:has-text("Sesiones")');
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.waitForSelector('[cmdk-input]', { state: 'detached' });
    await page.keyboard.press('Control+k');
    await page.waitForSelector('[cmdk-input]:focus');
    await page.keyboard.type('resumen');
    await page.waitForSelector('[cmdk-item][aria-selected=true]:has-text("Resumen")');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/panel/e/ii-encuentro-mancomunidades');
    await page.waitForSelector('h1:focus:text-is("II Encuentro Nacional de Mancomunidades Municipales del Perú")');
  });

  it('adds a room with the keyboard alone: what is wrong is told and focused, what was typed stays', async () => {
    await openPanel(page, rooms);
    await page.getByRole('button', { name: 'Agregar sala' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('.drawer');
    await page.locator('.drawer [name=capacity]').focus();
    await page.keyboard.type('muchos');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.error-summary:focus');
    expect(await page.inputValue('[name=capacity]')).toBe('muchos');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.drawer [name=name]:focus');
    await page.keyboard.type('Paraninfo');
    await page.locator('.drawer [name=venueId]').selectOption({ index: 1 });
    await page.locator('.drawer [name=capacity]').fill('35');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.error-summary:focus');
    const [named] = await page.locator('.field[data-field=name] .error').allInnerTexts();
    expect(named).toContain('Paraninfo');
    await page.locator('.drawer [name=name]').fill('Sala de prensa (demo)');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.drawer', { state: 'detached' });
    await page.getByRole('cell', { name: 'Sala de prensa (demo)', exact: true }).waitFor();
    await page.waitForSelector('button:focus');
    expect(await focusedText(page)).toBe('Agregar sala');
  });

  it('asks before what was typed is lost', async () => {
    await openPanel(page, '/e/ii-encuentro-mancomunidades');
    await page.locator('#navigation').getByRole('link', { name: 'Sedes y salas' }).click();
    await page.getByRole('button', { name: 'Agregar sala' }).click();
    await page.locator('.drawer [name=name]').fill('A medias');
    await page.goBack();
    await page.getByRole('alertdialog').waitFor();
    await page.getByRole('button', { name: 'Cancelar' }).last().click();
    expect(await page.inputValue('[name=name]')).toBe('A medias');
    await page.locator('.drawer [name=name]').fill('');
  });

  it('keeps search, filter and order of a list in the address', async () => {
    await openPanel(page, rooms);
    await page.keyboard.press('/');
    await page.keyboard.type('sala');
    await page.waitForURL('**/rooms?*q=sala*');
    await page.getByRole('button', { name: 'Ordenar por Aforo' }).click();
    await page.waitForURL('**/rooms?*sort=capacity*');
    await loaded(page);
    const wanted = await page.locator('.list-name').allInnerTexts();
    await page.reload();
    await loaded(page);
    expect(await page.locator('.list-name').allInnerTexts()).toEqual(wanted);
  });

  it('goes from row to row by the arrows', async () => {
    await openPanel(page, rooms);
    await page.locator('[data-place=open]').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await focusedText(page)).toBe(await page.locator('[data-place=open]').nth(2).innerText());
  });

  it('says when the connection is lost, and when it is back, by itself', async () => {
    await openPanel(page, rooms);
    await context.setOffline(true);
    await page.waitForSelector('.lost');
    await context.setOffline(false);
    await page.waitForSelector('.lost', { state: 'detached' });
    await page.getByText('Hay conexión otra vez.').waitFor();
  });

  it('has the explorer of the API for whoever is signed in', async () => {
    const complaints: string[] = [];
    const explorer = await context.newPage();
    explorer.on('pageerror', ({ message }) => complaints.push(message));
    await explorer.goto('/graphiql', { waitUntil: 'networkidle' });
    await explorer.locator('.graphiql-editor', { hasText: 'Every type and field is described' }).first().waitFor();
    await explorer.getByRole('button', { name: /Execute query/ }).click();
    await explorer.locator('.result-window', { hasText: '"currentTime"' }).waitFor();
    await explorer.close();
    const stranger = await browser.newContext();
    const { status, location } = await stranger.request
      .get(`${product.url}/graphiql`, { maxRedirects: 0 })
      .then((answer) => ({ status: answer.status(), location: answer.headers()['location'] }));
    expect({ complaints, status, location }).toEqual({
      complaints: [],
      status: 303,
      location: '/entrar?to=%2Fgraphiql',
    });
  });

  it('keeps the language and the theme that were chosen', async () => {
    await openPanel(page, rooms);
    await page.getByRole('button', { name: /^Cuenta de/ }).click();
    await page.getByRole('menuitem', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Rooms' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.waitForSelector('[cmdk-input]:focus');
    await page.keyboard.type('dark theme');
    await page.waitForSelector('[cmdk-item][aria-selected=true]:has-text("Dark theme")');
    await page.keyboard.press('Enter');
    await page.waitForSelector('html[data-theme=dark]');
    await page.goto(`/panel${rooms}`);
    await page.getByRole('heading', { name: 'Rooms' }).waitFor();
    expect(await page.getAttribute('html', 'data-theme')).toBe('dark');
  });
});
