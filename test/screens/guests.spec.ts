import { chromium, describeWith, type Product } from '#support';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { PlainBrowser } from '../support/plain-browser.js';
import { launchBrowser, plugInPasskeys, sizes } from './browser.js';
import { arrivedMails, linksTo, mailedCode, recipientOf } from './demo-mailbox.js';
import { startDemo } from './demo.js';
import { faultsOf } from './inspection.js';
import { press, tabTo } from './keyboard.js';
import { asOrganiser, letAssist } from './visitors.js';

interface Speaking {
  readonly person: { readonly id: string; readonly fullName: string };
}

/** Somebody who speaks at the demonstration's event, and the address by which they sign in. */
async function aSpeaker(url: string): Promise<{ name: string; email: string }> {
  const slug = 'ii-encuentro-mancomunidades';
  const { event } = await asOrganiser<{ event: { id: string } }>(url, `{ event(slug: "${slug}") { id } }`);
  const query = `{ sessions(eventId: "${event.id}") { edges { node { speakers { person { id fullName } } } } } }`;
  const { sessions } = await asOrganiser<{ sessions: { edges: { node: { speakers: Speaking[] } }[] } }>(url, query);
  const [{ person }] = sessions.edges.flatMap(({ node }) => node.speakers);
  const found = await asOrganiser<{ person: { email: string } }>(url, `{ person(id: "${person.id}") { email } }`);
  return { name: person.fullName, email: found.person.email };
}

describeWith(chromium, 'somebody without an account, in a browser', () => {
  let product: Product;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let speaker: { name: string; email: string };
  const post = new PlainBrowser({ 'accept-language': 'es' });

  beforeAll(async () => {
    [product, browser] = await Promise.all([startDemo({ host: 'localhost' }), launchBrowser(chromium.at ?? '')]);
    speaker = await aSpeaker(product.url);
    // Axe looks around with a script of its own, which the policy of the pages would refuse.
    context = await browser.newContext({ locale: 'es-PE', viewport: sizes.phone, bypassCSP: true });
    page = await context.newPage();
    await plugInPasskeys(page);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  /** Asks for a code by keyboard; answers the one that comes by mail. */
  async function askForCode(at: Page, email: string): Promise<string> {
    await at.goto(`${product.url}/mi/entrar?lang=es`);
    const { code } = await mailedCode(post, product.url, email, async () => {
      await tabTo(at, 'email');
      await at.keyboard.type(email);
      await at.keyboard.press('Enter');
      await at.waitForURL(/\/mi\/codigo/);
    });
    return code;
  }

  async function typeCode(at: Page, code: string): Promise<void> {
    await tabTo(at, 'codigo');
    await at.keyboard.type(code);
    await at.keyboard.press('Enter');
  }

  it('a speaker is mailed a code, types it by keyboard, and sees their sessions', async () => {
    const code = await askForCode(page, speaker.email);
    expect(await faultsOf(page)).toEqual([]);
    await typeCode(page, code === '00000000' ? '00000001' : '00000000');
    await page.waitForSelector('#errors');
    expect(await faultsOf(page)).toEqual([]);
    await typeCode(page, code);
    await page.waitForURL(/\/mi$/);
    await page.getByRole('heading', { name: 'Mis sesiones' }).waitFor();
    expect(await page.locator('main').innerText()).toContain(speaker.name);
  });

  it('a code serves once: what was typed before signs nobody in again', async () => {
    const other = await browser.newContext({ locale: 'es-PE' });
    const stranger = await other.newPage();
    const code = await askForCode(stranger, speaker.email);
    const used = stranger.url();
    await typeCode(stranger, code);
    await stranger.waitForURL(/\/mi$/);
    await other.clearCookies();
    await stranger.goto(used);
    await typeCode(stranger, code);
    await stranger.waitForSelector('#errors');
    expect(await stranger.locator('#errors li').innerText()).toBe(
      'Este código ya no vale: se usó, venció o tuvo demasiados intentos. Pida otro.',
    );
    await other.close();
  });

  it('they make a passkey on their phone', async () => {
    await press(page, 'Mis llaves de acceso');
    await page.waitForURL(/\/mi\/llaves/);
    await page.getByText('Todavía no tiene ninguna llave.').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await press(page, 'Crear una llave en este dispositivo');
    await page.waitForURL(/hecho=creada/);
    expect(await page.locator('.done').innerText()).toBe('Listo: la próxima vez puede entrar con esta llave.');
    expect(await page.locator('.own li').count()).toBe(1);
    expect(await faultsOf(page)).toEqual([]);
  });

  it('and enter by it, without an address or a code', async () => {
    await page.goto(`${product.url}/mi`);
    await press(page, 'Salir');
    await page.waitForURL(/\/mi\/entrar/);
    expect(await faultsOf(page)).toEqual([]);
    await press(page, 'Entrar con mi llave');
    await page.waitForURL(/\/mi$/);
    expect(await page.locator('main').innerText()).toContain(speaker.name);
  });

  it('a passkey that is withdrawn opens nothing, and whoever came in by it is out', async () => {
    await page.goto(`${product.url}/mi/llaves`);
    await page.getByText('usada por última vez').waitFor();
    await press(page, 'Retirar');
    // What was proved by it is over: nothing else has been proved in this browser since it signed out.
    await page.waitForURL(/\/mi\/entrar/);
    await press(page, 'Entrar con mi llave');
    await page.waitForSelector('#errors');
    expect(await page.locator('#errors li').innerText()).toBe(
      'La llave no se pudo comprobar, o se retiró. Inténtelo otra vez, o pida un código a su correo.',
    );
  });

  it('an assistant chooses for whom they act, which every page then says', async () => {
    const mails = await arrivedMails(post, product.url);
    const [invitation, own] = linksTo(mails, 'i');
    const addressOf = (link: string) =>
      recipientOf(post, product.url, mails.find(({ links }) => links.includes(link))?.path ?? '');
    const [minister, email] = [await addressOf(invitation), await addressOf(own)];
    await letAssist(product.url, minister, { name: 'Nélida Ticona (demo)', email });
    await context.clearCookies();
    await typeCode(page, await askForCode(page, email));
    await page.waitForURL(/\/mi\/quien/);
    expect(await faultsOf(page)).toEqual([]);
    const choice = page.getByRole('button', { name: /^En nombre de/ });
    const principal = (await choice.innerText()).replace('En nombre de ', '');
    await press(page, `En nombre de ${principal}`);
    await page.waitForURL(/\/mi$/);
    const banner = page.getByRole('note').filter({ hasText: 'actúa en nombre de' });
    const said = `Nélida Ticona (demo) actúa en nombre de ${principal}`;
    expect(await banner.innerText()).toBe(said);
    expect(await faultsOf(page)).toEqual([]);
    await press(page, 'Abrir la invitación');
    await page.waitForURL(/\/i\//);
    expect(await banner.innerText()).toBe(said);
    expect(await faultsOf(page)).toEqual([]);
    const data = await page.goto(`${product.url}/mi/datos`);
    expect(data?.status()).toBe(403);
    await page.goto(`${product.url}/mi`);
    await press(page, 'Cambiar de persona');
    await page.waitForURL(/\/mi\/quien/);
    await page
      .getByRole('button')
      .filter({ hasNotText: /^En nombre de/ })
      .first()
      .press('Enter');
    await page.waitForURL(/\/mi$/);
    expect(await banner.count()).toBe(0);
  });
});
