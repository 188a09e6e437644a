import { graphql } from '#support';
import { formTo, formWithButton, PlainBrowser, type OpenedPage } from '../support/plain-browser.js';
import { mailedCode, mailedLink } from './demo-mailbox.js';

/** In whose browser a page is looked at: of somebody without an account, of staff, or of staff whose second step is still missing. */
export type Visitor = 'guest' | 'staff' | 'waiting';

export interface Cookie {
  readonly name: string;
  readonly value: string;
}

const organiser = { email: 'organiza@demo.example', password: 'encuentro en el Cusco' };
const password = 'las llamas bajan al alba';

async function signInAsStaff(url: string, credentials: typeof organiser): Promise<PlainBrowser> {
  const browser = new PlainBrowser({ 'accept-language': 'es' });
  const form = await browser.open(`${url}/entrar`);
  const { status, text } = await browser.send(form, formTo(form, /^\/entrar\?/), credentials);
  if (status !== 200) throw new Error(`${credentials.email} was refused: ${text.slice(0, 400)}`);
  return browser;
}

/** What the organiser of the demonstration does by the API, right after signing in. */
export async function asOrganiser<T>(url: string, query: string, variables: Record<string, unknown> = {}): Promise<T> {
  const cookies = (await signInAsStaff(url, organiser)).cookiesFor(url);
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const { data, errors } = await graphql<T>(url, query, { cookie, variables });
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

interface Invited {
  readonly id: string;
  readonly email: string;
  /** `/cuenta/<token>` */
  readonly link: string;
}

/** Somebody whom the organiser gives an account; the link by which they choose a password stands in the mailbox. */
export async function invitedStaff(url: string, name: string): Promise<Invited> {
  const email = `${name.split(' ')[0].toLowerCase()}-${Date.now()}@demo.example`;
  const create = `mutation ($input: StaffAccountInput!) {
    createStaffAccount(input: $input) { ... on StaffAccount { id } ... on Refusal { code } }
  }`;
  const input = { email, name: `${name} (demo)` };
  const { createStaffAccount } = await asOrganiser<{ createStaffAccount: { id: string } }>(url, create, { input });
  const browser = new PlainBrowser();
  return { id: createStaffAccount.id, email, link: await mailedLink(browser, url, email, 'cuenta') };
}

/** One of staff whose password was right, and who has to set up an app now. The wait is over ten minutes later. */
async function waitingStaff(url: string): Promise<PlainBrowser> {
  const { id, email, link } = await invitedStaff(url, 'Nicanor Tito');
  const require = 'mutation ($id: ID!) { requireStaffSecondFactor(id: $id, required: true) { __typename } }';
  await asOrganiser(url, require, { id });
  const browser = new PlainBrowser({ 'accept-language': 'es' });
  const page = await browser.open(url + link);
  await browser.send(page, formTo(page, /cuenta/), { password });
  return signInAsStaff(url, { email, password });
}

/** The cookies of staff, made when they are needed: a wait for the second step is short. */
export async function staffCookies(url: string, visitor: Exclude<Visitor, 'guest'>): Promise<readonly Cookie[]> {
  const browser = await (visitor === 'staff' ? signInAsStaff(url, organiser) : waitingStaff(url));
  return browser.cookiesFor(url);
}

/** Whoever reads the address signs in by a code. The page that asked for the code, and the one that it led to. */
export async function signInByCode(
  browser: PlainBrowser,
  url: string,
  email: string,
): Promise<{ asked: OpenedPage; entered: OpenedPage }> {
  const form = await browser.open(`${url}/mi/entrar`);
  const ask = () => browser.send(form, formTo(form, /entrar/), { email });
  const { code, asked } = await mailedCode(browser, url, email, ask);
  const entered = await browser.send(asked, formTo(asked, /codigo/), { codigo: code });
  if (!/\/mi(\/quien)?$/.test(entered.url)) throw new Error(`Not signed in: ${entered.text.slice(0, 400)}`);
  return { asked, entered };
}

/** Somebody lets the reader of another address act for them for a month. */
export async function letAssist(url: string, email: string, assistant: { name: string; email: string }): Promise<void> {
  const browser = new PlainBrowser({ 'accept-language': 'es' });
  await signInByCode(browser, url, email);
  const { data } = await graphql<{ currentTime: string }>(url, '{ currentTime }');
  const hasta = new Date(Date.parse(data.currentTime) + 30 * 86_400_000).toISOString().slice(0, 10);
  const page = await browser.open(`${url}/mi/asistentes`);
  const typed = { nombre: assistant.name, correo: assistant.email, hasta, do: 'permitir' };
  const allowed = await browser.send(page, formWithButton(page, 'do', 'permitir'), typed);
  if (!allowed.url.endsWith('hecho=permitido')) throw new Error(`Not allowed: ${allowed.text.slice(0, 400)}`);
}
