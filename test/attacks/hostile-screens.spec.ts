import { chromium, describeWith, type Product } from '#support';
import type { Browser, Page } from '@playwright/test';
import pg from 'pg';
import { launchBrowser, sizes } from '../screens/browser.js';
import { startDemo } from '../screens/demo.js';
import { filledIn, panelRoutes } from '../screens/panel-routes.js';
import { askingAs, openPanel, signedInContext } from '../screens/panel-visit.js';
import { findScreens, screenNames, type FoundScreens } from '../screens/screens.js';

/**
 * Stored texts that run in the browser of whoever reads them: names of contents in the dialogs of Indico (CVE-2023-37901), the label of a
 * question at cal.com (CVE-2024-58355), the settings of pretix (CVE-2024-8113). Here every text of the demonstration is one that tries,
 * whatever the forms would have let in, and the content policy is switched off: only how a text is shown stands between.
 */
const hostile = `Ñ"'><img src=x data-hostile onerror="window.ran=1"><svg data-hostile onload="window.ran=1"></script>{{7*7}}`;

/** Columns that people write, by their names: a new table of people or places is attacked without being told of. */
const typed = [
  'answer',
  'city',
  'family_names',
  'file_name',
  'from_name',
  'given_names',
  'last_response',
  'message',
  'name',
  'position_title',
  'reason',
  'short_name',
  'subject',
  'summary',
  'title',
  'to_name',
  'topic',
  'words',
];

/** Whose names are those of the product's own parts. */
const ours = ['job', 'migrations', 'territory', 'mailbox_mail', 'audit_entry', 'outbox'];

/** Writes the hostile text before every text that stands in such a column. Answers the columns, but for those where the database refuses. */
async function spoil(databaseUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ table: string; column: string }>(
      `SELECT table_name AS table, column_name AS column FROM information_schema.columns JOIN pg_tables ON tablename = table_name
       WHERE table_schema = 'public' AND data_type IN ('text', 'USER-DEFINED')
         AND (column_name = ANY ($1) AND table_name <> ALL ($2) OR (table_name, column_name) = ('venue', 'address'))`,
      [typed, ours],
    );
    const spoilt: string[] = [];
    for (const { table, column } of rows) {
      const sql = `UPDATE "${table}" SET "${column}" = $1 || "${column}" WHERE "${column}" IS NOT NULL`;
      const done = await client.query(sql, [hostile]).catch((fault: Error) => fault);
      if (!(done instanceof Error) && done.rowCount) spoilt.push(`${table}.${column}`);
    }
    return spoilt;
  } finally {
    await client.end();
  }
}

interface Found {
  /** Whether a script of the text ran. */
  readonly ran: boolean;
  /** Elements that the text made. */
  readonly made: number;
  /** Whether the text is to be read somewhere, or stands in a field. */
  readonly shown: boolean;
}

const look = `(() => {
  const fields = [...document.querySelectorAll('input, textarea, option')].map((one) => one.value + one.textContent);
  const words = [document.body.innerText, ...fields].join(' ');
  return {
    ran: window.ran === 1,
    made: document.querySelectorAll('[data-hostile]').length,
    shown: /<img src=x data-hostile/i.test(words),
  };
})()`;

/** What stands in the page and in its frames. */
async function foundIn(page: Page): Promise<Found> {
  const all = await Promise.all(page.frames().map((frame) => frame.evaluate<Found>(look)));
  return {
    ran: all.some(({ ran }) => ran),
    made: all.reduce((sum, { made }) => sum + made, 0),
    shown: all.some(({ shown }) => shown),
  };
}

describeWith(chromium, 'a text that would run', () => {
  let product: Product;
  let browser: Browser;
  let guests: FoundScreens;
  let spoilt: string[];

  beforeAll(async () => {
    [product, browser] = await Promise.all([startDemo(), launchBrowser(chromium.at ?? '')]);
    guests = await findScreens(product.url);
    spoilt = await spoil(product.databaseUrl);
    const organiser = await signedInContext(browser, product.url);
    const ask = askingAs(organiser);
    const { event } = (await ask('{ event(slug: "ii-encuentro-mancomunidades") { id } }')) as { event: { id: string } };
    // The public agenda is frozen when it is published, and the audit keeps what it was told.
    await ask(`mutation { publishAgenda(eventId: "${event.id}") { __typename } }`);
    await ask(
      `mutation { updateEvent(id: "${event.id}", input: { city: ${JSON.stringify(hostile)} }) { __typename } }`,
    );
    await organiser.close();
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it('stands in every column that people write', () => {
    const known = [
      'account.name',
      'event.name',
      'institution.name',
      'person.given_names',
      'session.title',
      'message.subject',
    ];
    expect(known.filter((column) => !spoilt.includes(column))).toEqual([]);
    expect(spoilt.length).toBeGreaterThan(20);
  });

  it('is text on every page of guests', async () => {
    const faults: string[] = [];
    const shown: string[] = [];
    for (const name of screenNames) {
      const context = await browser.newContext({ locale: 'es-PE', viewport: sizes.phone, bypassCSP: true });
      await context.addCookies((await guests.cookiesFor(name)).map((cookie) => ({ ...cookie, url: product.url })));
      const page = await context.newPage();
      await page.goto(product.url + guests.screens[name]);
      const found = await foundIn(page);
      if (found.ran || found.made > 0) faults.push(name);
      if (found.shown) shown.push(name);
      await context.close();
    }
    expect(faults).toEqual([]);
    const needed = [
      'events',
      'agenda',
      'invitation',
      'delegation',
      'member',
      'meetings',
      'my pages',
      'my data',
      'who I am',
    ];
    expect(needed.filter((name) => !shown.includes(name))).toEqual([]);
  }, 240_000);

  it('is text on every screen of the panel', async () => {
    const context = await signedInContext(browser, product.url, { viewport: sizes.desktop, bypassCSP: true });
    const page = await context.newPage();
    const faults: string[] = [];
    const shown: string[] = [];
    for (const route of panelRoutes()) {
      await openPanel(page, await filledIn(route, askingAs(context)));
      const found = await foundIn(page);
      if (found.ran || found.made > 0) faults.push(route);
      if (found.shown) shown.push(route);
    }
    expect(faults).toEqual([]);
    const bare = panelRoutes().filter((route) => !shown.includes(route));
    expect(bare).toEqual([]);
    await context.close();
  }, 240_000);

  it('would be seen to run, if a page took it for markup', async () => {
    const page = await (await browser.newContext({ bypassCSP: true })).newPage();
    await page.setContent(`<p title="${hostile}">${hostile}</p>`);
    await page.waitForFunction('window.ran === 1');
    const { ran, made } = await foundIn(page);
    expect([ran, made > 0]).toEqual([true, true]);
  });
});
