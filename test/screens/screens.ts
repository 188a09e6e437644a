import { formTo, formWithButton, PlainBrowser } from '../support/plain-browser.js';
import { arrivedMails, hrefsOf, linksTo, recipientOf } from './demo-mailbox.js';
import { invitedStaff, letAssist, signInByCode, staffCookies, type Cookie, type Visitor } from './visitors.js';

/** Every page of the demonstration, and the route that answers it, as its controller declares it. */
export const routeOf = {
  events: '/',
  agenda: '/e/:slug',
  'agenda of one block': '/e/:slug',
  invitation: '/i/:token',
  'answered invitation': '/i/:token',
  delegation: '/d/:token',
  member: '/d/:token',
  meetings: '/r/:token',
  'other institutions': '/r/:token',
  'asking for a meeting': '/r/:token',
  availability: '/r/:token',
  'one meeting': '/r/:token',
  'sign-in': '/entrar',
  'second step': '/entrar/codigo',
  'set-up of an app': '/entrar/configurar',
  'proof once more': '/entrar/comprobar',
  'forgotten password': '/entrar/olvido',
  'choice of a password': '/cuenta/:token',
  'used link of an account': '/cuenta/:token',
  mailbox: '/buzon',
  mail: '/buzon/:id',
  'mail alone': '/buzon/:id/html',
  'not found': '/no-existe',
  'unknown link': '/d/:token',
  'guest sign-in': '/mi/entrar',
  'guest code': '/mi/codigo',
  'lost link': '/mi/enlace-perdido',
  'my pages': '/mi',
  'who I am': '/mi/quien',
  'my data': '/mi/datos',
  'my passkeys': '/mi/llaves',
  'my assistants': '/mi/asistentes',
} as const;

/** Paths of the pages, without a language. */
export type Screens = Readonly<Record<ScreenName, string>>;
export type ScreenName = keyof typeof routeOf;
export const screenNames = Object.keys(routeOf) as readonly ScreenName[];

/** In whose browser a page is looked at, where it is not that of a guest. */
const visitorOf: Readonly<Partial<Record<ScreenName, Exclude<Visitor, 'guest'>>>> = {
  'second step': 'waiting',
  'set-up of an app': 'waiting',
  'proof once more': 'staff',
};

/** What pages that are not there are answered with. */
export const statusOf: Readonly<Partial<Record<ScreenName, number>>> = {
  'not found': 404,
  'unknown link': 404,
  'used link of an account': 404,
};

/** The path in a language; a language in the address wins over the browser's. */
export function inLanguage(path: string, language: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}lang=${language}`;
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

/** A page, and the cookies of the browser to which it is open. */
interface OpenPage {
  readonly path: string;
  readonly cookies: readonly Cookie[];
}

/** The delegations that the demonstration's invited open, each in a browser of its own, empty and with three seats. */
export async function emptyDelegations(url: string): Promise<OpenPage[]> {
  const newBrowser = () => new PlainBrowser({ 'accept-language': 'es' });
  const invitations = linksTo(await arrivedMails(newBrowser(), url), 'i');
  return Promise.all(
    invitations.map(async (invitation) => {
      const browser = newBrowser();
      return { path: await acceptedDelegation(browser, url + invitation), cookies: browser.cookiesFor(url) };
    }),
  );
}

/** The pages, and the cookies of the browsers to which they are open. */
export interface FoundScreens {
  readonly screens: Screens;
  /** Of the guest. */
  readonly cookies: readonly Cookie[];
  readonly cookiesFor: (name: ScreenName) => Promise<readonly Cookie[]>;
}

/** Pages under a party's link: the others, a request to one of them, when it has time, and one of its meetings. */
async function meetingPages(browser: PlainBrowser, url: string, party: string) {
  const queryOn = async (path: string, name: string): Promise<string> => {
    const { html, text } = await browser.open(url + path);
    const [, query] =
      hrefsOf(html)
        .find((href) => href.includes(`${name}=`))
        ?.split('?') ?? [];
    if (!query) throw new Error(`No ${name} on ${path}: ${text.slice(0, 400)}`);
    return `?${query}`;
  };
  const others = `${party}?buscar=`;
  const asking = party + (await queryOn(others, 'con'));
  const one = party + (await queryOn(party, 'reunion'));
  return { others, asking, availability: `${party}?disponibilidad=1`, one };
}

/** The guest, whom the other invited person lets assist, signs in as themselves. Answers the page that asked for the code. */
async function signInAsGuest(browser: PlainBrowser, url: string, own: string, other: string): Promise<string> {
  const email = await recipientOf(browser, url, own);
  await letAssist(url, await recipientOf(browser, url, other), { name: 'Nélida Ticona (demo)', email });
  const { asked, entered } = await signInByCode(browser, url, email);
  const form = formTo(entered, /quien/);
  const self = form.buttons.find(({ text }) => !text.startsWith('En nombre de'));
  await browser.send(entered, form, { persona: self?.value ?? '' });
  const { pathname, search } = new URL(asked.url);
  return pathname + search;
}

/** Finds every page of a running demonstration by following its links, as a visitor who reads the mailbox would. */
export async function findScreens(url: string): Promise<FoundScreens> {
  const browser = new PlainBrowser({ 'accept-language': 'es' });
  const mails = await arrivedMails(browser, url);
  const [invitation, answered] = linksTo(mails, 'i');
  const mailOf = (link: string) => mails.find(({ links }) => links.includes(link))?.path ?? '/buzon/';
  const delegation = await fillDelegation(browser, url + answered);
  const agenda = hrefsOf((await browser.open(url)).html).find((href) => href.startsWith('/e/')) ?? '/e/';
  const blocks = hrefsOf((await browser.open(url + agenda)).html).filter((href) => href.includes('bloque='));
  const [party] = linksTo(mails, 'r');
  const meetings = await meetingPages(browser, url, party);
  const code = await signInAsGuest(browser, url, mailOf(answered), mailOf(invitation));
  const screens: Screens = {
    events: '/',
    agenda,
    'agenda of one block': blocks[0] ?? '/e/',
    invitation,
    'answered invitation': answered,
    delegation: delegation.page,
    member: delegation.member,
    meetings: party,
    'other institutions': meetings.others,
    'asking for a meeting': meetings.asking,
    availability: meetings.availability,
    'one meeting': meetings.one,
    'sign-in': '/entrar',
    'second step': '/entrar/codigo',
    'set-up of an app': '/entrar/configurar',
    'proof once more': '/entrar/comprobar?volver=%2Fpanel',
    'forgotten password': '/entrar/olvido',
    'choice of a password': (await invitedStaff(url, 'Hilaria Ccori')).link,
    'used link of an account': `/cuenta/${'x'.repeat(43)}`,
    mailbox: '/buzon',
    mail: mailOf(invitation),
    'mail alone': `${mailOf(invitation)}/html`,
    'not found': '/no-existe',
    'unknown link': `/d/${'x'.repeat(43)}`,
    'guest sign-in': '/mi/entrar',
    'guest code': code,
    'lost link': '/mi/enlace-perdido',
    'my pages': '/mi',
    'who I am': '/mi/quien',
    'my data': '/mi/datos',
    'my passkeys': '/mi/llaves',
    'my assistants': '/mi/asistentes',
  };
  const cookies = browser.cookiesFor(url);
  const cookiesFor = async (name: ScreenName) => {
    const visitor = visitorOf[name];
    return visitor ? staffCookies(url, visitor) : cookies;
  };
  return { screens, cookies, cookiesFor };
}
