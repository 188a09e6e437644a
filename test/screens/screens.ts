import { eventually } from '#support';
import { formTo, formWithButton, PlainBrowser } from '../support/plain-browser.js';

/** Paths of every page of the demonstration, without a language. */
export type Screens = Readonly<Record<ScreenName, string>>;
export type ScreenName = (typeof screenNames)[number];
export const screenNames = [
  'events',
  'agenda',
  'agenda of one block',
  'invitation',
  'answered invitation',
  'delegation',
  'member',
  'meetings',
  'sign-in',
  'forgotten password',
  'mailbox',
  'mail',
  'mail alone',
  'not found',
  'unknown link',
  'guest sign-in',
  'guest code',
  'lost link',
  'my pages',
  'my data',
  'my assistants',
] as const;

/** What pages that are not there are answered with. */
export const statusOf: Readonly<Partial<Record<ScreenName, number>>> = {
  'not found': 404,
  'unknown link': 404,
};

/** The path in a language; a language in the address wins over the browser's. */
export function inLanguage(path: string, language: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}lang=${language}`;
}

const hrefsOf = (html: string): string[] =>
  [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href.replaceAll('&amp;', '&'));

/** A mail of the demonstration and the paths of its signed links. */
interface LinkingMail {
  readonly path: string;
  readonly links: readonly string[];
}

async function linkingMails(browser: PlainBrowser, url: string): Promise<LinkingMail[]> {
  const list = await browser.open(`${url}/buzon`);
  const paths = hrefsOf(list.html).filter((href) => /^\/buzon\/[0-9a-f-]{36}$/.test(href));
  return Promise.all(
    paths.map(async (path) => {
      const { html } = await browser.open(`${url}${path}/html`);
      const links = hrefsOf(html).map((href) => new URL(href, url).pathname);
      return { path, links: links.filter((link) => /^\/[idr]\//.test(link)) };
    }),
  );
}

/** The path of the delegation's page that an invitation opens once it is accepted. */
async function acceptedDelegation(browser: PlainBrowser, invitation: string): Promise<string> {
  const invited = await browser.open(invitation);
  const isOpen = invited.forms.some(({ buttons }) => buttons.some(({ value }) => value === 'aceptar'));
  if (isOpen) await browser.send(invited, formWithButton(invited, 'do', 'aceptar'), { do: 'aceptar' });
  const answered = await browser.open(invitation);
  const page = hrefsOf(answered.html).find((href) => href.startsWith('/d/'));
  if (!page) throw new Error(`The invitation leads to no delegation: ${answered.text.slice(0, 400)}`);
  return page;
}

/** One who is invited accepts and registers two people, so that the delegation has something to show. */
async function fillDelegation(browser: PlainBrowser, invitation: string): Promise<{ page: string; member: string }> {
  const page = await acceptedDelegation(browser, invitation);
  let delegation = await browser.open(new URL(page, invitation).href);
  if (!delegation.html.includes('?persona=')) {
    const filled = await browser.send(delegation, formWithButton(delegation, 'do', 'agregar'), {
      'people.0.givenNames': 'Aurelia (demo)',
      'people.0.familyNames': 'Condori Mamani',
      'people.0.positionTitle': 'Alcaldesa',
      'people.0.email': 'alcaldia@demo.example',
      'people.1.givenNames': 'Fortunato (demo)',
      'people.1.familyNames': 'Huallpa Quispe',
      'people.1.positionTitle': 'Técnico de desarrollo económico local',
      do: 'agregar',
    });
    delegation = filled;
  }
  const member = hrefsOf(delegation.html).find((href) => href.startsWith('?persona='));
  if (!member) throw new Error(`Nobody was registered: ${delegation.text.slice(0, 600)}`);
  return { page, member: page + member };
}

/** The distinct links of one purpose, the newest mail's first. */
function linksTo(mails: readonly LinkingMail[], purpose: string): string[] {
  return [...new Set(mails.flatMap(({ links }) => links.filter((link) => link.startsWith(`/${purpose}/`))))];
}

/** Waits until the seed's mails have arrived: two invitations and a request for a meeting. */
function arrivedMails(browser: PlainBrowser, url: string): Promise<LinkingMail[]> {
  return eventually(
    () => linkingMails(browser, url),
    (found) => linksTo(found, 'i').length >= 2 && linksTo(found, 'r').length >= 1,
    30_000,
  );
}

/** Paths of the delegations that the demonstration's invited open, each empty and with three seats. */
export async function emptyDelegations(url: string): Promise<string[]> {
  const browser = new PlainBrowser({ 'accept-language': 'es' });
  const invitations = linksTo(await arrivedMails(browser, url), 'i');
  return Promise.all(invitations.map((invitation) => acceptedDelegation(browser, url + invitation)));
}

/** The pages, and the cookies of the browser to which they are open. */
export interface FoundScreens {
  readonly screens: Screens;
  readonly cookies: readonly { readonly name: string; readonly value: string }[];
}

/** Whoever got the mail signs in by a code, which they read in the mailbox. Answers the path of the page that asked for it. */
async function signIn(browser: PlainBrowser, url: string, mailPath: string): Promise<string> {
  const address = /[\w.+-]+@[\w.-]+\.\w+/.exec((await browser.open(url + mailPath)).text.split('Para')[1] ?? '')?.[0];
  const form = await browser.open(`${url}/mi/entrar`);
  const asked = await browser.send(form, formTo(form, /entrar/), { email: address ?? 'nobody found' });
  const codigo = await eventually(
    async () => {
      const [newest] = hrefsOf((await browser.open(`${url}/buzon`)).html).filter((href) =>
        /^\/buzon\/[0-9a-f-]{36}$/.test(href),
      );
      const { text } = await browser.open(`${url}${newest}/html`);
      return /su código para entrar[^]*?\b(\d{8})\b/i.exec(text)?.[1] ?? '';
    },
    (code) => code !== '',
    20_000,
  );
  const entered = await browser.send(asked, formTo(asked, /codigo/), { codigo });
  if (!entered.url.endsWith('/mi')) throw new Error(`Not signed in: ${entered.text.slice(0, 400)}`);
  const { pathname, search } = new URL(asked.url);
  return pathname + search;
}

/** Finds every page of a running demonstration by following its links, as a visitor who reads the mailbox would. */
export async function findScreens(url: string): Promise<FoundScreens> {
  const browser = new PlainBrowser({ 'accept-language': 'es' });
  const mails = await arrivedMails(browser, url);
  const [invitation, answered] = linksTo(mails, 'i');
  const delegation = await fillDelegation(browser, url + answered);
  const mail = mails.find(({ links }) => links.includes(invitation))?.path ?? '/buzon/';
  const agenda = hrefsOf((await browser.open(url)).html).find((href) => href.startsWith('/e/')) ?? '/e/';
  const blocks = hrefsOf((await browser.open(url + agenda)).html).filter((href) => href.includes('bloque='));
  const code = await signIn(browser, url, mails.find(({ links }) => links.includes(answered))?.path ?? '/buzon/');
  const screens: Screens = {
    events: '/',
    agenda,
    'agenda of one block': blocks[0] ?? '/e/',
    invitation,
    'answered invitation': answered,
    delegation: delegation.page,
    member: delegation.member,
    meetings: linksTo(mails, 'r')[0],
    'sign-in': '/entrar',
    'forgotten password': '/entrar/olvido',
    mailbox: '/buzon',
    mail,
    'mail alone': `${mail}/html`,
    'not found': '/no-existe',
    'unknown link': `/d/${'x'.repeat(43)}`,
    'guest sign-in': '/mi/entrar',
    'guest code': code,
    'lost link': '/mi/enlace-perdido',
    'my pages': '/mi',
    'my data': '/mi/datos',
    'my assistants': '/mi/asistentes',
  };
  return { screens, cookies: browser.cookiesFor(url) };
}
