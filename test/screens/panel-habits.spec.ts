import { chromium, describeWith, type Product } from '#support';
import type { Browser, BrowserContext, Page, Route } from '@playwright/test';
import { launchBrowser, sizes } from './browser.js';
import { startDemo } from './demo.js';
import { overflowOf, violationsOf } from './inspection.js';
import { askingAs, openPanel, signedInContext } from './panel-visit.js';

const event = '/e/ii-encuentro-mancomunidades';

/** The headings and first rows of what the palette finds. */
const found = (page: Page) => ({
  heading: (name: string) => page.locator('[cmdk-group-heading]', { hasText: name }),
  first: (name: string) =>
    page
      .locator('[cmdk-group]', { has: page.locator('[cmdk-group-heading]', { hasText: name }) })
      .locator('[cmdk-item]')
      .first(),
});

describeWith(chromium, 'what people are used to in the panel', () => {
  let product: Product;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startDemo(), launchBrowser(chromium.at ?? '')]);
    context = await signedInContext(browser, product.url, { viewport: sizes.desktop, bypassCSP: true });
    page = await context.newPage();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it.each([
    ['Eventos', 'ii encuentro', /\/panel\/e\/ii-encuentro-mancomunidades$/],
    ['Sesiones', 'articulacion', /\/sessions\//],
    ['Personas', 'quispe', /\/people\//],
    ['Instituciones', 'cusco', /\/institutions\//],
    ['Ir a', 'mensajes', /\/messages$/],
  ])('the palette finds among %s, and goes there by keyboard alone', async (group, words, address) => {
    await openPanel(page, `${event}/rooms`);
    await page.keyboard.press('Control+k');
    await page.waitForSelector('[cmdk-input]:focus');
    await page.keyboard.type(words);
    await found(page).heading(group).waitFor();
    const wanted = await found(page).first(group).getAttribute('data-value');
    for (let step = 0; step < 60; step += 1) {
      const at = await page.locator('[cmdk-item][aria-selected=true]').getAttribute('data-value');
      if (at === wanted) break;
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Enter');
    await page.waitForURL(address);
  });

  it('the palette does things too: it turns the lights off', async () => {
    await openPanel(page, `${event}/rooms`);
    await page.keyboard.press('Control+k');
    await page.waitForSelector('[cmdk-input]:focus');
    await page.keyboard.type('tema oscuro');
    await page.waitForSelector('[cmdk-item][aria-selected=true]:has-text("Tema oscuro")');
    await page.keyboard.press('Enter');
    await page.waitForSelector('html[data-theme=dark]');
  });

  it('in the dark a list with its menu, a form and a question can be read', async () => {
    await page.waitForSelector('html[data-theme=dark]');
    expect(await violationsOf(page)).toEqual([]);
    await page.locator('button[data-place=more]').first().click();
    await page.getByRole('menu').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Agregar sala' }).click();
    await page.locator('.drawer [name=name]').fill('A medias');
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('alertdialog').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Salir sin guardar' }).click();
    await page.waitForSelector('.drawer', { state: 'detached' });
    await page.evaluate('localStorage.clear(); delete document.documentElement.dataset.theme');
  });

  it('a row says that it is pending until the server has answered, and the deed is taken back by Ctrl-Z', async () => {
    await openPanel(page, '/people?q=apaza+percy');
    const rows = page.locator('.list-open');
    const before = await rows.allInnerTexts();
    const held: Route[] = [];
    await page.route('**/graphql', async (route) => {
      const isDeed = route.request().postData()?.includes('"id"') && !held.length;
      if (isDeed) held.push(route);
      else await route.continue();
    });
    await page.locator('button[data-place=more]').first().click();
    await page.getByRole('menuitem', { name: 'Archivar' }).click();
    await page.locator('.list-row', { hasText: before[0] }).locator('.pending').waitFor();
    expect(await rows.count()).toBe(before.length);
    await held[0].continue();
    await page.getByRole('button', { name: 'Deshacer' }).waitFor();
    await page.waitForFunction(`document.querySelectorAll('.list-open').length === ${before.length - 1}`);
    await page.keyboard.press('Control+z');
    await page.waitForFunction(`document.querySelectorAll('.list-open').length === ${before.length}`);
    expect(await rows.allInnerTexts()).toEqual(before);
    await page.unroute('**/graphql');
  });

  it('an empty list teaches what belongs there, and one that is narrowed too much shows the way back', async () => {
    await openPanel(page, `${event}/messages?state=bounced`);
    await page.getByText('Nada coincide con lo que busca.').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Ver todo' }).click();
    await page.locator('.list-open').first().waitFor();
    const answer = {
      data: { eventSeries: { totalCount: 0, edges: [], pageInfo: { hasNextPage: false, endCursor: null } } },
    };
    await page.route('**/graphql', (route) =>
      route.request().postData()?.includes('archived') ? route.fulfill({ json: answer }) : route.continue(),
    );
    await openPanel(page, '/series');
    await page.locator('.empty h2').waitFor();
    expect(await page.locator('.empty .button').count()).toBeGreaterThan(0);
    expect(await violationsOf(page)).toEqual([]);
    await page.unroute('**/graphql');
  });

  it('on paper a list is a table with every loaded row, and nothing that is only for the screen', async () => {
    await openPanel(page, `${event}/sessions`);
    const all = Number(await page.locator('.list-table').getAttribute('aria-rowcount')) - 1;
    await page.emulateMedia({ media: 'print' });
    await page.waitForFunction(`document.querySelectorAll('.list-body .list-row').length === ${all}`);
    const seen = await page.evaluate(`({
      tools: getComputedStyle(document.querySelector('.list-tools')).display,
      navigation: document.querySelector('#navigation')?.getClientRects().length ?? 0,
      row: getComputedStyle(document.querySelector('.list-body .list-row')).display,
    })`);
    await page.emulateMedia({ media: 'screen' });
    expect(seen).toEqual({ tools: 'none', navigation: 0, row: 'grid' });
  });

  it('on a phone filters wait behind a button that tells how many of them narrow the list', async () => {
    await page.setViewportSize(sizes.phone);
    await openPanel(page, `${event}/audit?subject=Invitation`);
    const button = page.getByRole('button', { name: 'Filtros (1)' });
    expect(await button.getAttribute('aria-expanded')).toBe('false');
    expect(await page.getByLabel('Sobre qué').isVisible()).toBe(false);
    await button.press('Enter');
    await page.getByLabel('Quién').selectOption({ label: 'Tinkuy' });
    await page.getByRole('button', { name: 'Filtros (2)' }).waitFor();
    expect([await violationsOf(page), await overflowOf(page)]).toEqual([[], 0]);
    await page.setViewportSize(sizes.desktop);
  });

  it('the audit speaks in words: of columns, of states, of times', async () => {
    await openPanel(page, `${event}/audit?subject=Invitation`);
    await page.locator('.list-row ins').first().waitFor();
    const said = await page.locator('.list-row ins').first().locator('..').innerText();
    expect(said).toBe('Estado: En cola');
  });

  it('a session that is ended elsewhere is out', async () => {
    const other = await signedInContext(browser, product.url, {});
    await openPanel(page, '/account');
    const rows = page.locator('.account-rows li', { hasText: 'desde el' });
    const before = await rows.count();
    await page
      .getByRole('button', { name: /^Cerrar la sesión de/ })
      .first()
      .click();
    await page.waitForFunction(
      `[...document.querySelectorAll('.account-rows li')].filter((row) => row.textContent.includes('desde el')).length === ${before - 1}`,
    );
    const { status } = await other.request
      .get('/panel', { maxRedirects: 0 })
      .then((answer) => ({ status: answer.status() }));
    const ask = await other.request.post('/graphql', { data: { query: '{ me { id } }' } });
    expect([status, (await ask.text()).includes('"id"')]).toEqual([200, false]);
    await other.close();
  });

  it('a file of institutions to invite says before it is applied what no undoing takes back', async () => {
    await openPanel(page, `${event}/delegations`);
    await page.getByRole('link', { name: 'Importar' }).click();
    await page.getByRole('button', { name: 'Elegir archivo' }).waitFor();
    const lines = ['Institución;Cupo;Nombres;Apellidos;Correo', 'ARPE;3;Nadie;Huamán;sin arroba'];
    await page.locator('input[type=file]').setInputFiles({
      name: 'lista.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(lines.join('\n')),
    });
    await page.waitForSelector('.import-table tbody tr');
    expect(await violationsOf(page)).toEqual([]);
    const name = 'CITE de ejemplo (demo)';
    await askingAs(context)(
      `mutation { createInstitution(input: { name: "${name}", kind: cite, country: "PE" }) { __typename } }`,
    );
    await page.locator('input[type=file]').setInputFiles({
      name: 'lista.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`Institución;Cupo\n${name};3`),
    });
    await page.getByText('sale un correo de invitación a cada punto focal, y eso no se deshace').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Importar 1 fila' }).click();
    await page.getByText('Se creó 1 registro').waitFor();
    expect(await page.getByRole('button', { name: 'Deshacer la importación' }).count()).toBe(0);
  });
});
