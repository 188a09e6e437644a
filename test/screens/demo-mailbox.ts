import { eventually } from '#support';
import type { PlainBrowser } from '../support/plain-browser.js';

/** A mail of the demonstration and the paths of its signed links. */
export interface LinkingMail {
  readonly path: string;
  readonly links: readonly string[];
}

export const hrefsOf = (html: string): string[] =>
  [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href.replaceAll('&amp;', '&'));

/** The newest mails of the mailbox, or of one recipient in it; their paths. */
async function mailPaths(browser: PlainBrowser, url: string, recipient = ''): Promise<string[]> {
  const list = await browser.open(`${url}/buzon?to=${encodeURIComponent(recipient)}`);
  return hrefsOf(list.html).filter((href) => /^\/buzon\/[0-9a-f-]{36}$/.test(href));
}

async function linkingMails(browser: PlainBrowser, url: string, recipient = ''): Promise<LinkingMail[]> {
  const paths = await mailPaths(browser, url, recipient);
  return Promise.all(
    paths.map(async (path) => {
      const { html } = await browser.open(`${url}${path}/html`);
      const links = hrefsOf(html).map((href) => new URL(href, url).pathname);
      return { path, links: links.filter((link) => /^\/([idr]|cuenta)\//.test(link)) };
    }),
  );
}

/** The distinct links of one purpose, the newest mail's first. */
export function linksTo(mails: readonly LinkingMail[], purpose: string): string[] {
  return [...new Set(mails.flatMap(({ links }) => links.filter((link) => link.startsWith(`/${purpose}/`))))];
}

/** Waits until the seed's mails have arrived: two invitations and a request for a meeting. */
export function arrivedMails(browser: PlainBrowser, url: string): Promise<LinkingMail[]> {
  return eventually(
    () => linkingMails(browser, url),
    (found) => linksTo(found, 'i').length >= 2 && linksTo(found, 'r').length >= 1,
    30_000,
  );
}

/** Waits for the mail that brings somebody a link of the purpose; the link's path. */
export async function mailedLink(
  browser: PlainBrowser,
  url: string,
  recipient: string,
  purpose: string,
): Promise<string> {
  const links = await eventually(
    async () => linksTo(await linkingMails(browser, url, recipient), purpose),
    (found) => found.length > 0,
    20_000,
  );
  return links[0];
}

/** Asks for a code and waits for the mail that brings it: the eight digits, and what the asking answered. */
export async function mailedCode<T>(
  browser: PlainBrowser,
  url: string,
  recipient: string,
  ask: () => Promise<T>,
): Promise<{ code: string; asked: T }> {
  const before = await mailPaths(browser, url, recipient);
  const asked = await ask();
  const code = await eventually(
    async () => {
      const fresh = (await mailPaths(browser, url, recipient)).filter((path) => !before.includes(path));
      const texts = await Promise.all(fresh.map(async (path) => (await browser.open(`${url}${path}/html`)).text));
      return texts.flatMap((text) => text.match(/\b\d{8}\b/g) ?? [])[0] ?? '';
    },
    (found) => found !== '',
    20_000,
  );
  return { code, asked };
}

/** To whom a mail of the mailbox was sent. */
export async function recipientOf(browser: PlainBrowser, url: string, mailPath: string): Promise<string> {
  const { text } = await browser.open(url + mailPath);
  const address = /[\w.+-]+@[\w.-]+\.\w+/.exec(text.split('Para')[1] ?? '')?.[0];
  if (!address) throw new Error(`Nobody is named by ${mailPath}: ${text.slice(0, 400)}`);
  return address;
}
