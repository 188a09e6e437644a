import { chromium, describeWith, graphql, type Product } from '#support';
import type { Browser, Page } from '@playwright/test';
import pg from 'pg';
import { launchBrowser, sizes } from './browser.js';
import { startDemo } from './demo.js';
import { focused, tabTo } from './keyboard.js';

const administrator = { email: 'organiza@demo.example', password: 'encuentro en el Cusco' };
const newcomer = { email: 'rosa@organiza.example', password: administrator.password };

describeWith(chromium, 'with the keyboard alone', () => {
  let product: Product;
  let browser: Browser;
  let page: Page;
  let cookie: string;

  async function signIn(as: { email: string; password: string }): Promise<string> {
    const mutation = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }`;
    const { headers } = await graphql(product.url, mutation, { variables: { input: as } });
    return headers.getSetCookie()[0].split(';')[0];
  }

  /** As if the newcomer had followed the link of the invitation: they choose the administrator's words. */
  async function choosePassword(): Promise<void> {
    const database = new pg.Client({ connectionString: product.databaseUrl });
    await database.connect();
    await database.query(
      `UPDATE account SET password_hash = (SELECT password_hash FROM account WHERE email = $1) WHERE email = $2`,
      [administrator.email, newcomer.email],
    );
    await database.end();
  }

  /** What the newcomer may do, as they are told at their next request. */
  async function rolesOfNewcomer(session: string): Promise<string[]> {
    const query = '{ organizations { name } staffRoles { edges { node { email role } } } }';
    type Answer = { staffRoles: { edges: { node: { email: string; role: string } }[] } };
    const { data } = await graphql<Answer>(product.url, query, { cookie: session });
    return data.staffRoles.edges.filter(({ node }) => node.email === newcomer.email).map(({ node }) => node.role);
  }

  beforeAll(async () => {
    [product, browser] = await Promise.all([startDemo({ withWorker: false }), launchBrowser(chromium.at ?? '')]);
    cookie = await signIn(administrator);
    const create = `mutation ($input: StaffAccountInput!) { createStaffAccount(input: $input) { __typename } }`;
    const input = { email: newcomer.email, name: 'Rosa Quispe (demo)' };
    await graphql(product.url, create, { cookie, variables: { input } });
    await choosePassword();
    const context = await browser.newContext({ locale: 'es-PE', viewport: sizes.desktop });
    const [name, value] = cookie.split('=');
    await context.addCookies([{ name, value, url: product.url }]);
    page = await context.newPage();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it('a role is given, changed, taken away and taken back, and holds at once', async () => {
    const session = await signIn(newcomer);
    await page.goto(`${product.url}/panel/staff?lang=es`);
    await page.getByRole('heading', { name: 'Personal y roles' }).waitFor();
    await tabTo(page, 'Dar un rol');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await tabTo(page, 'Correo de la cuenta');
    await page.keyboard.type(newcomer.email);
    await tabTo(page, 'Dónde');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, 'Rol');
    await page.keyboard.type('Recep');
    await tabTo(page, 'Dar un rol');
    await page.keyboard.press('Enter');
    await page.getByText(`${newcomer.email} tiene ahora el rol «Recepción».`).waitFor();
    expect(await rolesOfNewcomer(session)).toEqual(['reception']);

    await chooseInRow('Cambiar el rol');
    await page.getByRole('dialog').waitFor();
    await tabTo(page, 'Rol');
    await page.keyboard.type('Solo');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Cambiar el rol');
    await page.keyboard.press('Enter');
    await page.getByText('Rosa Quispe (demo) tiene ahora el rol «Solo lectura».').waitFor();
    expect(await rolesOfNewcomer(session)).toEqual(['reader']);

    await chooseInRow('Quitar el rol');
    await page.getByText('Se quitó el rol de Rosa Quispe (demo).').waitFor();
    expect(await rolesOfNewcomer(session)).toEqual([]);

    await page.keyboard.press('Control+z');
    await page.getByText('Rosa Quispe (demo) tiene otra vez el rol «Solo lectura».').waitFor();
    expect(await rolesOfNewcomer(session)).toEqual(['reader']);
  }, 120_000);

  /** Opens the menu of the newcomer's row and chooses. */
  async function chooseInRow(action: string): Promise<void> {
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Acciones de Rosa Quispe (demo)' }).waitFor();
    await tabTo(page, 'Acciones de Rosa Quispe (demo)');
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: action }).waitFor();
    while ((await focused(page)) !== action) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
  }
});
