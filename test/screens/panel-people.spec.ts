import { chromium, describeWith, type Product } from '#support';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { launchBrowser, sizes } from './browser.js';
import { startDemo } from './demo.js';
import { violationsOf } from './inspection.js';
import { tabTo } from './keyboard.js';
import { openPanel, signedInContext } from './panel-visit.js';

/** Presses the button that has the focus; the browser's dialog, in which nobody can type here, answers with a file of this content. */
async function chooseFile(page: Page, name: string, content: string): Promise<void> {
  const file = path.join(os.tmpdir(), `${process.pid}-${name}`);
  await writeFile(file, content);
  const opened = new Promise<void>((resolve, reject) => {
    page.once('filechooser', (chooser) => void chooser.setFiles(file).then(resolve, reject));
  });
  await page.keyboard.press('Enter');
  await opened;
}

const headings = 'Nombres;Apellidos;Correo;Institución;Cargo;Desde';
const right = [
  'Saturnina (demo);Ccori Huallpa;saturnina@demo.example;ITP;Directora;2025-01-01',
  'Fortunato (demo);Ccori Huallpa;fortunato@demo.example;;;',
];
const wrong = 'Melchora (demo);Ccori Huallpa;melchora@demo.example, otra@demo.example;;;';
const mended = 'Melchora (demo);Ccori Huallpa;melchora@demo.example;;;';

describeWith(chromium, 'organisers in the panel', () => {
  let product: Product;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startDemo(), launchBrowser(chromium.at ?? '')]);
    context = await signedInContext(browser, product.url, { viewport: sizes.desktop, bypassCSP: true });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    // While somebody listens, no dialog of the browser's own opens.
    page.on('filechooser', () => undefined);
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const peopleFound = async (): Promise<string[]> =>
    (await page.locator('.list-row .list-open').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());

  it('import people by the keyboard alone: the faults, the mended file, all of it at once', async () => {
    await openPanel(page, '/people');
    await tabTo(page, 'Importar');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.import-drop');

    await tabTo(page, 'Elegir archivo');
    await chooseFile(page, 'personas.csv', [headings, ...right, wrong].join('\r\n'));
    await page.waitForSelector('.import-table tbody tr');
    expect(await page.locator('.import-table tbody tr').allInnerTexts()).toEqual([
      '4\tCorreo\tmelchora@demo.example, otra@demo.example\tEste valor no se acepta.\tEscriba una sola dirección de correo, sin comas ni espacios, por ejemplo nombre@institucion.gob.pe.',
    ]);
    await page.waitForSelector('.import-result:focus');
    expect(await violationsOf(page)).toEqual([]);

    await tabTo(page, 'Subir el archivo corregido');
    await chooseFile(page, 'personas.csv', [headings, ...right, mended].join('\r\n'));
    await page.getByText('Todo está bien').waitFor();
    expect(await page.locator('.import-count dd').allInnerTexts()).toEqual(['3', '3', '0 Antes: 1']);

    await tabTo(page, 'Importar 3 filas');
    await page.keyboard.press('Enter');
    await page.getByText('Se crearon 4 registros').waitFor();
    await tabTo(page, 'Ir a la lista');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.list-row .list-open');
    await tabTo(page, 'Buscar');
    await page.keyboard.type('CCORI huallpa');
    await page.waitForFunction(`document.querySelectorAll('.list-row .list-open').length === 3`);
    expect(await peopleFound()).toEqual([
      'Ccori Huallpa, Fortunato (demo)',
      'Ccori Huallpa, Melchora (demo)',
      'Ccori Huallpa, Saturnina (demo)',
    ]);
  });

  it('see who is there already while they write somebody down', async () => {
    await openPanel(page, '/people');
    await page.getByRole('button', { name: 'Agregar persona' }).click();
    await page.getByLabel('Nombres').fill('saturnina (demo)');
    await page.getByLabel('Apellidos').fill('CCORI HUALLPA');
    await page.getByText('¿Es alguna de estas personas?').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('link', { name: 'Saturnina (demo) Ccori Huallpa' }).click();
    await page.getByRole('button', { name: 'Salir sin guardar' }).click();
    await page.getByRole('heading', { level: 1, name: 'Saturnina (demo) Ccori Huallpa' }).waitFor();
    expect(await page.locator('.positions strong').allInnerTexts()).toEqual(['Directora']);
  });

  it('archive somebody and take it back', async () => {
    await openPanel(page, '/people?q=melchora+ccori');
    await page.getByRole('button', { name: 'Acciones de Melchora (demo) Ccori Huallpa' }).click();
    await page.getByRole('menuitem', { name: 'Archivar' }).click();
    await page.getByText('Nada coincide con lo que busca.').waitFor();
    await page.getByRole('button', { name: 'Deshacer' }).click();
    await page.waitForSelector('.list-row .list-open');
    expect(await peopleFound()).toEqual(['Ccori Huallpa, Melchora (demo)']);
  });

  it('give a mancomunidad a member', async () => {
    await openPanel(page, '/institutions?kind=mancomunidad');
    await page.locator('.list-row .list-open').first().click();
    const members = page.locator('.relation').filter({ has: page.getByRole('heading', { name: 'Miembros' }) });
    await members.getByRole('combobox').fill('regional cusco');
    const found = page.locator('[role=listbox][aria-busy=false] [role=option]').first();
    // What was found for less than all that was typed stands there until then.
    await found.filter({ hasText: 'Gobierno Regional del Cusco' }).waitFor();
    const name = (await found.innerText()).trim();
    await page.keyboard.press('Enter');
    await members.getByRole('button', { name: 'Agregar', exact: true }).click();
    await members.locator('.relation-list li').waitFor();
    expect(name.startsWith(await members.locator('.relation-list a').innerText())).toBe(true);
    expect(await violationsOf(page)).toEqual([]);
  });
});
