import { chromium, describeWith, type Product } from '#support';
import type { Browser, Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { launchBrowser, plugInPasskeys, sizes } from './browser.js';
import { startDemo } from './demo.js';
import { faultsOf } from './inspection.js';
import { press, tabTo } from './keyboard.js';

const email = 'organiza@demo.example';
const password = 'encuentro en el Cusco';

async function signOut(page: Page, url: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto(`${url}/entrar?lang=es`);
}

async function typePassword(page: Page): Promise<void> {
  await tabTo(page, 'email');
  await page.keyboard.type(email);
  await tabTo(page, 'password');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
}

const account = '/panel/account?lang=es';

describeWith(chromium, 'signing in by keyboard alone', () => {
  let product: Product;
  let browser: Browser;
  let page: Page;
  let secret = '';
  let codes: string[] = [];

  beforeAll(async () => {
    [product, browser] = await Promise.all([
      startDemo({ host: 'localhost', withWorker: false }),
      launchBrowser(chromium.at ?? ''),
    ]);
    // Axe looks around with a script of its own, which the policy of the pages would refuse.
    const context = await browser.newContext({ locale: 'es-PE', viewport: sizes.desktop, bypassCSP: true });
    page = await context.newPage();
    await plugInPasskeys(page);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  /** The demonstration's clock, by which codes are judged. */
  async function codeNow(): Promise<string> {
    const answer = await page.request.post(`${product.url}/graphql`, { data: { query: '{ currentTime }' } });
    const { data } = (await answer.json()) as { data: { currentTime: string } };
    return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.parse(data.currentTime) });
  }

  /** The password by keyboard, until the page that asks for the code. */
  async function comeToTheCode(): Promise<void> {
    await signOut(page, product.url);
    await typePassword(page);
    await page.waitForURL(/\/entrar\/codigo/);
  }

  async function typeCode(code: string): Promise<void> {
    await tabTo(page, 'code');
    await page.keyboard.type(code);
    await page.keyboard.press('Enter');
  }

  it('the password alone opens an account without a second factor, which is asked to set one up', async () => {
    await page.goto(`${product.url}/entrar?lang=es&to=${encodeURIComponent(account)}`);
    expect(await faultsOf(page)).toEqual([]);
    await typePassword(page);
    await page.waitForURL(/\/panel\/account/);
    await page.getByText('Su cuenta se abre con la contraseña sola').waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it('an app is set up by its key, and its recovery codes are shown once', async () => {
    await press(page, 'Configurar la aplicación');
    await page.locator('.account-key').waitFor();
    secret = (await page.locator('.account-key').innerText()).replace(/\s/g, '');
    expect(await faultsOf(page)).toEqual([]);
    await typeCode(await codeNow());
    await page.locator('.account-codes li').first().waitFor();
    codes = await page.locator('.account-codes li').allInnerTexts();
    expect(codes.length).toBe(10);
    expect(await faultsOf(page)).toEqual([]);
    await press(page, 'Ya los guardé');
    await page.getByText('Quedan 10 códigos sin usar.').waitFor();
  });

  it('the password and the code of the app open it then; a wrong code says so, and the same code twice is wrong', async () => {
    await comeToTheCode();
    expect(await faultsOf(page)).toEqual([]);
    await typeCode('000000');
    await page.waitForSelector('#errors');
    expect(await faultsOf(page)).toEqual([]);
    // The code of the set-up is used up: the app shows another half a minute later.
    await page.request.post(`${product.url}/demo/clock`, { form: { advance: '1' } });
    const code = await codeNow();
    await typeCode(code);
    await page.waitForURL(/\/panel/);
    await page.getByRole('button', { name: /Organización \(demo\)/ }).waitFor();
    await comeToTheCode();
    await typeCode(code);
    await page.waitForSelector('#errors');
  });

  it('a recovery code opens it in place of the app, once', async () => {
    await comeToTheCode();
    await typeCode(codes[0]);
    await page.waitForURL(/\/panel/);
    await comeToTheCode();
    await typeCode(codes[0]);
    await page.waitForSelector('#errors');
    await page.request.post(`${product.url}/demo/clock`, { form: { advance: '1' } });
    await typeCode(await codeNow());
    await page.waitForURL(/\/panel/);
  });

  it('a passkey is registered, and opens the account without a name or a password', async () => {
    await page.goto(product.url + account);
    await page.getByText('Quedan 9 códigos sin usar.').waitFor();
    await press(page, 'Agregar una llave');
    await page.getByRole('dialog').waitFor();
    await tabTo(page, 'name');
    await page.keyboard.type('Portátil de prueba');
    await page.keyboard.press('Enter');
    await page.locator('.account-rows').getByText('Portátil de prueba').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await signOut(page, product.url);
    await press(page, 'Entrar con llave de acceso');
    await page.waitForURL(/\/panel/);
    await page.getByRole('button', { name: /Organización \(demo\)/ }).waitFor();
  });

  it('what needs a recent proof asks for it in a dialog, and then goes on by itself', async () => {
    await page.goto(product.url + account);
    await page.getByText('Quedan 9 códigos sin usar.').waitFor();
    // The clock of the demonstration: the proof of signing in is over then.
    await page.request.post(`${product.url}/demo/clock`, { form: { advance: '6' } });
    await press(page, 'Generar códigos nuevos');
    // The dialog's code comes when it first opens: until then Tab goes on among the stops of the screen.
    await page.getByRole('alertdialog').waitFor();
    await press(page, 'Generar códigos nuevos');
    await page.getByRole('heading', { name: 'Confirme que es usted' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await press(page, 'Usar mi llave de acceso');
    await page.locator('.account-codes li').first().waitFor();
    expect(await page.locator('.account-codes li').count()).toBe(10);
  });
});
