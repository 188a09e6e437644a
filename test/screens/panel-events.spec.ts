import { chromium, describeWith, type Product } from '#support';
import { jest } from '@jest/globals';
import type { Browser, Locator, Page } from '@playwright/test';
import { launchBrowser, sizes } from './browser.js';
import { startDemo } from './demo.js';
import { violationsOf } from './inspection.js';
import { loaded, openPanel, signedInContext } from './panel-visit.js';

const slug = 'i-encuentro-de-ejemplo-demo-2026';

jest.setTimeout(120_000);

describeWith(chromium, 'an organiser sets up an edition from the panel alone', () => {
  let product: Product;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startDemo(), launchBrowser(chromium.at ?? '')]);
    const context = await signedInContext(browser, product.url, { viewport: sizes.desktop, bypassCSP: true });
    page = await context.newPage();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const drawer = (): Locator => page.locator('.drawer');
  const press = (name: string, within: Page | Locator = page): Promise<void> =>
    within.getByRole('button', { name, exact: true }).first().click();
  const type = (field: string, text: string): Promise<void> => drawer().locator(`[name=${field}]`).fill(text);
  const choose = (field: string, label: string): Promise<string[]> =>
    drawer().locator(`[name=${field}]`).selectOption({ label });
  /** Searches and takes the first that is found. */
  const find = async (field: string, text: string): Promise<void> => {
    await drawer().locator(`[name=${field}]`).click();
    await type(field, text);
    await page.locator('[role=option]', { hasText: text }).first().click();
  };
  /** Sends the form of the drawer, which closes when it was taken. */
  const send = async (): Promise<void> => {
    expect(await violationsOf(page)).toEqual([]);
    await drawer().locator('button[type=submit]').click();
    await drawer().waitFor({ state: 'detached' });
  };
  const order = (): Promise<string[]> => page.locator('.ordered-row strong, .ordered-row .thread').allInnerTexts();
  const shows = async (rows: readonly string[]): Promise<void> => {
    await page.waitForFunction(
      (wanted) =>
        [...document.querySelectorAll('.ordered-row strong, .ordered-row .thread')]
          .map((row) => (row as HTMLElement).innerText)
          .join('|') === wanted,
      rows.join('|'),
    );
    expect(await order()).toEqual(rows);
  };

  it('makes a series, and from it the edition, whose number is offered', async () => {
    await openPanel(page, '/series');
    await press('Agregar serie');
    await type('name', 'Encuentro de Ejemplo (demo)');
    await send();
    await press('Acciones de Encuentro de Ejemplo (demo)');
    await page.getByRole('menuitem', { name: 'Nueva edición' }).click();
    await drawer().waitFor();
    expect(await drawer().locator('[name=editionNumber]').inputValue()).toBe('1');
    await type('startsOn', '2026-06-20');
    await type('endsOn', '2026-06-21');
    await type('city', 'Puno');
    await send();
    await page.waitForURL(`**/panel/e/${slug}`);
    expect(await page.locator('h1').innerText()).toBe('I Encuentro de Ejemplo (demo)');
  });

  it('names who organises in protocol order, by buttons and keys, and takes it back', async () => {
    await openPanel(page, `/e/${slug}/organizers`);
    for (const name of ['Asociación Nacional de Mancomunidades', 'CITEtextil']) {
      await press('Agregar institución');
      await find('institutionId', name);
      await send();
    }
    const [anammpe, cite] = [
      'Asociación Nacional de Mancomunidades Municipales del Perú',
      'CITEtextil Camélidos Cusco',
    ];
    await shows([anammpe, cite]);
    await press(`Subir ${cite}`);
    await shows([cite, anammpe]);
    await page.locator('.toast').getByRole('button', { name: 'Deshacer' }).last().click();
    await shows([anammpe, cite]);
    await page.getByRole('button', { name: 'Bajar ANAMMPE' }).focus();
    await page.keyboard.press('Alt+ArrowDown');
    await shows([cite, anammpe]);
    // It is shown before it is saved.
    await loaded(page);
  });

  it('puts an institution elsewhere in protocol by dragging it', async () => {
    const [first, second] = await order();
    const handles = page.locator('.ordered-handle');
    await handles.nth(0).hover();
    await page.mouse.down();
    await page.locator('.ordered-row').nth(1).hover();
    await page
      .locator('.ordered-row')
      .nth(1)
      .hover({ position: { x: 200, y: 20 } });
    await page.mouse.up();
    await shows([second, first]);
  });

  it('adds the venue and its room', async () => {
    await openPanel(page, `/e/${slug}/venues`);
    await press('Agregar sede');
    await type('name', 'Paraninfo (demo)');
    await type('address', 'Plaza de Armas');
    await send();
    await page.getByRole('link', { name: 'Salas', exact: true }).click();
    await press('Agregar sala');
    await type('name', 'Sala A (demo)');
    await choose('venueId', 'Paraninfo (demo)');
    await type('capacity', '80');
    await send();
    await page.getByRole('cell', { name: 'Sala A (demo)', exact: true }).waitFor();
  });

  it('archives a room and takes it back', async () => {
    await press('Acciones de Sala A (demo)');
    await page.getByRole('menuitem', { name: 'Archivar' }).click();
    await page.getByRole('cell', { name: 'Sala A (demo)', exact: true }).waitFor({ state: 'detached' });
    await page.locator('.toast').getByRole('button', { name: 'Deshacer' }).last().click();
    await page.getByRole('cell', { name: 'Sala A (demo)', exact: true }).waitFor();
  });

  it('weaves the themes', async () => {
    await openPanel(page, `/e/${slug}/blocks`);
    for (const [name, colour] of [
      ['Agua', 'Azul puna'],
      ['Caminos', 'Adobe'],
    ]) {
      await press('Agregar bloque');
      await type('name', name);
      await choose('colour', colour);
      await send();
    }
    await press('Subir Caminos');
    await shows(['Caminos', 'Agua']);
    expect(await violationsOf(page)).toEqual([]);
  });

  it('adds a session with somebody who speaks, and is refused a clash at its field', async () => {
    await openPanel(page, `/e/${slug}/sessions`);
    await press('Agregar sesión');
    await type('title', 'Agua segura');
    await type('startsAt', '09:00');
    await type('endsAt', '10:00');
    await choose('roomId', 'Sala A (demo) (80)');
    await choose('blockId', 'Agua');
    await send();
    await page.locator('h1', { hasText: 'Agua segura' }).waitFor();
    await press('Agregar persona');
    await find('personId', 'Rosa');
    await send();
    await page.locator('.ordered-row', { hasText: 'Rosa' }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('link', { name: 'Volver a las sesiones' }).click();
    await press('Agregar sesión');
    await type('title', 'Caminos vecinales');
    await type('startsAt', '09:30');
    await type('endsAt', '10:30');
    await choose('roomId', 'Sala A (demo) (80)');
    await drawer().locator('button[type=submit]').click();
    await drawer().locator('.field[data-field=roomId] .error').waitFor();
    expect(await drawer().locator('.field[data-field=roomId] .error').innerText()).toBe(
      'Sala A (demo) está ocupada por «Agua segura» el sábado 20 de junio de 09:00 a 10:00. Elija otra hora u otra sala.',
    );
    await type('startsAt', '10:00');
    await send();
    await page.locator('h1', { hasText: 'Caminos vecinales' }).waitFor();
  });

  it('shows both versions to whoever saves second, who loses nothing', async () => {
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.locator('main [name=title]').fill('Caminos rurales');
    await other.getByRole('button', { name: 'Guardar la sesión' }).click();
    await other.locator('h1', { hasText: 'Caminos rurales' }).waitFor();
    await other.close();
    await page.locator('main [name=title]').fill('Caminos de todos');
    await press('Guardar la sesión');
    await page.locator('.compare').waitFor();
    expect(await page.locator('.compare tbody').innerText()).toBe('Título\tCaminos rurales\tCaminos de todos');
    await press('Guardar lo mío encima');
    await page.locator('h1', { hasText: 'Caminos de todos' }).waitFor();
  });

  it('publishes the agenda after seeing what changes, and the event', async () => {
    await openPanel(page, `/e/${slug}/agenda`);
    expect(await page.locator('.plain-list .badge').allInnerTexts()).toEqual(['Nueva', 'Nueva']);
    expect(await violationsOf(page)).toEqual([]);
    await press('Publicar la agenda');
    await press('Publicar la agenda', page.getByRole('alertdialog'));
    await page.getByText('No hay nada por publicar').waitFor();
    await openPanel(page, `/e/${slug}/facts`);
    await press('Publicar el evento');
    await press('Publicar el evento', page.getByRole('alertdialog'));
    await page.getByRole('button', { name: 'Cerrar el evento' }).waitFor();
    const answer = await page.request.get(`/e/${slug}`);
    expect(answer.status()).toBe(200);
    const html = await answer.text();
    expect(['Agua segura', 'Caminos de todos', 'Sala A (demo)'].filter((text) => !html.includes(text))).toEqual([]);
  });
});
