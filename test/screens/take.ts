import type { Browser, Page } from '@playwright/test';
import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { launchBrowser, sizes } from './browser.js';
import { openPanel, signedInContext } from './panel-visit.js';
import { findScreens, inLanguage, type ScreenName } from './screens.js';

const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../test/screens');

interface Picture {
  readonly screen: ScreenName;
  /** In CSS pixels. */
  readonly width: number;
  /** In CSS pixels from the top of the page; null for its first sheet in print. */
  readonly height: number | null;
}

const { phone, desktop } = sizes;

/** What the pictures are called, and what they show. */
const pictures: Readonly<Record<string, Picture>> = {
  'agenda-desktop': { screen: 'agenda', width: desktop.width, height: 1000 },
  'agenda-phone': { screen: 'agenda', width: phone.width, height: 1400 },
  'agenda-print': { screen: 'agenda', width: desktop.width, height: null },
  'delegation-phone': { screen: 'delegation', width: phone.width, height: 1400 },
  'invitation-phone': { screen: 'invitation', width: phone.width, height: 1000 },
  'meetings-phone': { screen: 'meetings', width: phone.width, height: 1400 },
  'my-data-phone': { screen: 'my data', width: phone.width, height: 1400 },
  'my-pages-phone': { screen: 'my pages', width: phone.width, height: 1000 },
  mail: { screen: 'mail alone', width: 700, height: 720 },
};

const event = '/e/ii-encuentro-mancomunidades';

/** Screens of the panel, by their addresses in it. */
const panelPictures: Readonly<Record<string, { readonly path: string; readonly size: keyof typeof sizes }>> = {
  'panel-sessions-desktop': { path: `${event}/sessions`, size: 'desktop' },
  'panel-meetings-desktop': { path: `${event}/meetings`, size: 'desktop' },
  'panel-people-desktop': { path: '/people', size: 'desktop' },
  'panel-registrations-phone': { path: `${event}/registrations`, size: 'phone' },
};

async function takePanel(browser: Browser, url: string, name: string, file: string): Promise<void> {
  const { path: address, size } = panelPictures[name];
  const context = await signedInContext(browser, url, { viewport: sizes[size] });
  const page = await context.newPage();
  await openPanel(page, address);
  await page.screenshot({ path: file });
  await context.close();
}

/** The first sheet that the page prints. */
async function printed(page: Page, file: string): Promise<void> {
  const pdf = `${file}.pdf`;
  await page.pdf({ path: pdf, preferCSSPageSize: true });
  await promisify(execFile)('pdftoppm', ['-png', '-singlefile', '-r', '80', pdf, file.replace(/\.png$/, '')]);
  await rm(pdf);
}

async function take(browser: Browser, url: string, picture: Picture, file: string): Promise<void> {
  const { screen, width, height } = picture;
  const { screens, cookiesFor } = await findScreens(url);
  const cookies = await cookiesFor(screen);
  const page = await browser.newPage({ viewport: { width, height: height ?? 900 }, locale: 'es-PE' });
  await page.context().addCookies(cookies.map((cookie) => ({ ...cookie, url })));
  await page.goto(url + inLanguage(screens[screen], 'es'), { waitUntil: 'networkidle' });
  if (height === null) await printed(page, file);
  else await page.screenshot({ path: file });
  await page.close();
}

/** Takes the pictures of a running demonstration. Arguments: its address, the browser, and the names of pictures (all by default). */
async function takeAll([url, executablePath, ...names]: string[]): Promise<void> {
  const browser = await launchBrowser(executablePath);
  try {
    for (const [name, picture] of Object.entries(pictures)) {
      if (names.length > 0 && !names.includes(name)) continue;
      await take(browser, url, picture, path.join(folder, `${name}.png`));
      console.log(`${name}.png`);
    }
    for (const name of Object.keys(panelPictures)) {
      if (names.length > 0 && !names.includes(name)) continue;
      await takePanel(browser, url, name, path.join(folder, `${name}.png`));
      console.log(`${name}.png`);
    }
  } finally {
    await browser.close();
  }
}

await takeAll(process.argv.slice(2));
