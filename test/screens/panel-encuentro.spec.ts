import { chromium, describeWith, eventually, startProduct, type Product } from '#support';
import type { Browser, Locator, Page } from '@playwright/test';
import { setUpEncuentro, type Encuentro } from '../journeys/encuentro.js';
import { launchBrowser, sizes } from './browser.js';
import { openPanel } from './panel-visit.js';

/** The organisers' main job, played by a person in a browser: what stands here, anybody can do without the API. */
describeWith(chromium, 'the II Encuentro from the panel', () => {
  let product: Product;
  let browser: Browser;
  let encuentro: Encuentro;
  /** The organiser's window. */
  let page: Page;
  /** Somebody else's, without an account. */
  let guest: Page;
  let event: string;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct(), launchBrowser(chromium.at ?? '')]);
    const body = new URLSearchParams({ at: '2025-06-06T09:00' });
    const headers = { origin: product.url };
    await fetch(`${product.url}/demo/clock`, { method: 'POST', body, redirect: 'manual', headers });
    encuentro = await setUpEncuentro(product, 2);
    event = `/e/${encuentro.slug}`;
    const look = { locale: 'es-PE', viewport: sizes.desktop, baseURL: product.url, reducedMotion: 'reduce' } as const;
    const [organisers, guests] = [await browser.newContext(look), await browser.newContext(look)];
    const [name, value] = encuentro.organiser.session.split('=');
    await organisers.addCookies([{ name, value, url: product.url }]);
    [page, guest] = [await organisers.newPage(), await guests.newPage()];
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const drawer = (): Locator => page.locator('.drawer');
  const said = (text: string | RegExp): Promise<void> => page.locator('.toast', { hasText: text }).last().waitFor();

  /** Types into a field that the server searches, and takes what it finds. */
  const choose = async (within: Page | Locator, label: string, text: string): Promise<void> => {
    await within.getByRole('combobox', { name: label }).fill(text);
    await page.getByRole('option', { name: text }).first().click();
  };

  /** Opens the menu of a row and takes one of its actions. */
  const act = async (row: string, action: string | RegExp): Promise<void> => {
    await page.getByRole('row').filter({ hasText: row }).getByRole('button').last().click();
    await page.getByRole('menuitem', { name: action }).click();
  };

  /** The latest mail to an address, in the mailbox of the installation. */
  const openMailTo = async (address: string, link: RegExp): Promise<string> =>
    eventually(
      async () => {
        await guest.goto(`/buzon?to=${address}`);
        const mail = guest.getByRole('link').and(guest.locator('[href^="/buzon/"]')).first();
        if ((await mail.count()) === 0) return '';
        await guest.goto(`${await mail.getAttribute('href')}/html`);
        const hrefs = await guest.locator('a').evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
        return hrefs.find((href) => link.test(href)) ?? '';
      },
      (href) => href !== '',
      30_000,
    );

  it('a focal point is invited, and its mail is seen on its way', async () => {
    const [first] = encuentro.mancomunidades;
    await openPanel(page, `${event}/invitations`);
    await page.getByRole('link', { name: 'Invitar puntos focales' }).first().click();
    await choose(page, 'Institución', first.name);
    await page.fill('[name=quota]', '3');
    await choose(page, 'Persona', 'Rosa Quispe 0');
    await page.getByRole('button', { name: 'Agregar a la lista' }).click();
    await page.getByRole('button', { name: 'Enviar 1 invitación' }).click();
    await said('Se envió 1 invitación');
    await page.getByRole('row').filter({ hasText: first.name }).waitFor();
    await page.locator('#navigation').getByRole('link', { name: 'Mensajes' }).click();
    await page.getByRole('button', { name: new RegExp(first.email) }).click();
    await page.getByText('Enviado', { exact: true }).first().waitFor({ timeout: 30_000 });
    const preview = page.frameLocator('.mail-frame');
    await preview.getByText(first.name).first().waitFor();
  }, 90_000);

  it('the delegation registers through its link, without an account', async () => {
    const link = await openMailTo(encuentro.mancomunidades[0].email, /\/i\//);
    await guest.goto(link);
    await guest.locator('button[value=aceptar]').click();
    await guest.locator('[name="people.0.givenNames"]').fill('Nilda');
    await guest.locator('[name="people.0.familyNames"]').fill('Mamani (demo)');
    await guest.locator('[name="people.0.positionTitle"]').fill('Alcaldesa');
    await guest.locator('[name="people.0.email"]').fill('nilda@demo.example');
    await guest.locator('button[value=agregar]').click();
    await guest.waitForURL(/hecho=agregado/);
    await guest.locator('button[value=enviar]').click();
    await guest.waitForURL(/hecho=enviado/);
    await openPanel(page, `${event}/registrations`);
    const row = page.getByRole('row').filter({ hasText: 'Nilda Mamani (demo)' });
    await row.getByText('Confirmada').waitFor();
    expect(await row.innerText()).toContain(encuentro.mancomunidades[0].name);
  });

  it('a quota that was raised by mistake is taken back by the undo', async () => {
    const { name } = encuentro.mancomunidades[0];
    await openPanel(page, `${event}/delegations`);
    await act(name, 'Cambiar cupo');
    await drawer().locator('[name=quota]').fill('30');
    await drawer().getByRole('button', { name: 'Guardar' }).click();
    await page.getByRole('row').filter({ hasText: '1 de 30' }).waitFor();
    await page.locator('.toast').getByRole('button', { name: 'Deshacer' }).click();
    await page.getByRole('row').filter({ hasText: '1 de 3' }).waitFor();
  });

  it('a block of meetings is opened, and two institutions take part', async () => {
    await openPanel(page, `${event}/meetings/blocks`);
    await page.getByRole('button', { name: 'Abrir una franja' }).first().click();
    await drawer().locator('[name=name]').fill('Viernes, tarde');
    await drawer().getByRole('button', { name: 'Abrir una franja' }).click();
    await said('Se abrió la franja Viernes, tarde.');
    await page.getByRole('link', { name: 'Participantes' }).click();
    const sides = [
      [encuentro.citetextil.name, 'Rosa Quispe 901'],
      [encuentro.mancomunidades[0].name, 'Rosa Quispe 0'],
    ];
    for (const [institution, person] of sides) {
      await page.getByRole('button', { name: 'Agregar participante' }).first().click();
      await choose(drawer(), 'Institución', institution);
      await choose(drawer(), 'Quién responde', person);
      await drawer().getByRole('button', { name: 'Agregar participante' }).click();
      await said(`${institution} participa en las reuniones.`);
    }
  });

  it('a meeting is asked for and accepted on behalf, and is seen at its table', async () => {
    await openPanel(page, `${event}/meetings/requests`);
    await page.getByRole('button', { name: 'Enviar solicitud' }).first().click();
    await choose(drawer(), 'Quién pide', encuentro.mancomunidades[0].name);
    await choose(drawer(), 'A quién', encuentro.citetextil.name);
    await drawer().locator('[name=topic]').fill('Hilado de fibra de alpaca');
    await drawer().getByRole('button', { name: 'Enviar solicitud' }).click();
    await said('Se envió la solicitud');
    await act('Hilado de fibra de alpaca', 'Aceptar en su nombre');
    await drawer().locator('select[name=startsAt]').selectOption({ index: 2 });
    await drawer().getByRole('button', { name: 'Aceptar en su nombre' }).click();
    await said(/Reunión acordada: .*mesa 1/);
    await page.locator('.tabs').getByRole('link', { name: 'Reuniones' }).click();
    const row = page.getByRole('row').filter({ hasText: 'Hilado de fibra de alpaca' });
    await row.getByText('Programada').waitFor();
    expect(await row.innerText()).toContain('14:50');
  });

  it('it is cancelled with a reason, and both sides get the mail', async () => {
    await act('Hilado de fibra de alpaca', 'Cancelar la reunión');
    await drawer().getByRole('button', { name: 'Cancelar la reunión' }).click();
    await page.locator('.error-summary').getByText('Escriba el motivo.').waitFor();
    await drawer().locator('[name=reason]').fill('Cambio de vuelo');
    await drawer().getByRole('button', { name: 'Cancelar la reunión' }).click();
    await said('Se canceló la reunión');
    await openPanel(page, `${event}/messages?mail=meeting-cancelled`);
    await page.getByRole('row').filter({ hasText: 'Enviado' }).nth(1).waitFor({ timeout: 30_000 });
    const rows = page.getByRole('row').filter({ hasText: 'Reunión cancelada' });
    const recipients = (await rows.allInnerTexts()).map((text) => /\S+@\S+/.exec(text)?.[0]).sort();
    expect(recipients).toEqual([encuentro.mancomunidades[0].email, encuentro.citetextil.email].sort());
  });
});
