import type { Product } from '#support';
import type { Browser, Page } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { launchBrowser, sizes } from '../../screens/browser.js';
import { startDemo } from '../../screens/demo.js';
import { signedInContext } from '../../screens/panel-visit.js';
import { benchDatabase, chromiumPath, historyFolder } from '../browser-stage.js';
import { addPeople } from './people.js';

/** A laptop of a district office on a mobile connection. */
const office = { kbps: 1600, latency: 150, slowdown: 4 };
const bars = { interactiveSeconds: 3, framesPerSecond: 60, searchMilliseconds: 100 };
const people = 20_000;
const event = '/panel/e/ii-encuentro-mancomunidades';

const rounded = (value: number): number => Number(value.toFixed(2));
const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);
const quantile = (values: readonly number[], part: number): number =>
  sorted(values)[Math.min(values.length - 1, Math.floor(values.length * part))];

/** From now on: the next key is kept as a promise that it was dealt with, and what it changed painted. */
const listen = `void (window.painted_ = new Promise((done) =>
  addEventListener('keydown', () => requestAnimationFrame(() => setTimeout(done)), { once: true })))`;

interface Opening {
  /** Seconds from the first byte asked for, with an empty cache, until the screen shows its rows and has dealt with a key. */
  readonly interactive: number;
  /** The same until a dialog stands open that the next key asked for, and whose code may still have been on its way. */
  readonly dialog: number;
}

async function opening(browser: Browser, url: string, address: string, shows: string): Promise<Opening> {
  const context = await signedInContext(browser, url, { viewport: sizes.desktop });
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  const throughput = (office.kbps * 1000) / 8;
  await wire.send('Network.enable');
  await wire.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: office.latency,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  });
  await wire.send('Emulation.setCPUThrottlingRate', { rate: office.slowdown });
  const start = performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForSelector(shows);
  await page.evaluate(listen);
  await page.keyboard.press('Shift');
  await page.evaluate('window.painted_');
  const answered = performance.now();
  await page.keyboard.press('?');
  await page.waitForSelector('[role=dialog]');
  const opened = performance.now();
  await context.close();
  return { interactive: rounded((answered - start) / 1000), dialog: rounded((opened - start) / 1000) };
}

/** Scrolls as a wheel does for five seconds, and answers how long each frame took, in milliseconds. */
async function framesWhileScrolling(page: Page): Promise<number[]> {
  await page.evaluate(`(() => {
    const frames = (window.frames_ = []);
    let last = performance.now();
    const count = (now) => { frames.push(now - last); last = now; requestAnimationFrame(count); };
    requestAnimationFrame(count);
  })()`);
  await page.mouse.move(700, 600);
  const end = performance.now() + 5_000;
  while (performance.now() < end) await page.mouse.wheel(0, 240);
  return page.evaluate<number[]>('window.frames_.slice(2)');
}

async function scrolling(
  browser: Browser,
  url: string,
): Promise<{ medianFrame: number; slowFrames: number; rows: number }> {
  const context = await signedInContext(browser, url, { viewport: sizes.desktop });
  const page = await context.newPage();
  await page.goto('/panel/people');
  await page.waitForSelector('.list-body .list-row');
  const frames = await framesWhileScrolling(page);
  const rows = await page.locator('.list-body .list-row').last().getAttribute('aria-rowindex');
  await context.close();
  const slow = frames.filter((frame) => frame > (1000 / bars.framesPerSecond) * 1.5).length;
  return { medianFrame: rounded(quantile(frames, 0.5)), slowFrames: rounded(slow / frames.length), rows: Number(rows) };
}

/** Milliseconds of the server's answers, the slowest in twenty. */
async function searching(browser: Browser, url: string): Promise<number> {
  const { request } = await signedInContext(browser, url);
  const took: number[] = [];
  for (const search of ['quispe', 'nunez', 'maria hu', 'condori mamani', 'zzz', 'e'].flatMap((word) =>
    Array<string>(8).fill(word),
  )) {
    const query =
      'query ($search: String) { persons(first: 50, search: $search) { totalCount edges { node { id } } } }';
    const since = performance.now();
    await request.post('/graphql', { data: { query, variables: { search } } });
    took.push(performance.now() - since);
  }
  return rounded(quantile(took.slice(4), 0.95));
}

async function measured(browser: Browser, product: Product) {
  const first = [];
  for (let round = 0; round < 3; round++) {
    first.push({
      overview: await opening(browser, product.url, event, 'main .tile'),
      list: await opening(browser, product.url, `${event}/rooms`, '.list-row [data-place=open]'),
    });
  }
  await addPeople(product.databaseUrl, people);
  return { first, scroll: await scrolling(browser, product.url), search: await searching(browser, product.url) };
}

/** What an organiser waits for: the first load on a slow line, and a list of 20,000 people. */
export async function run(): Promise<void> {
  const server = await benchDatabase();
  try {
    const [product, browser] = await Promise.all([startDemo(), chromiumPath().then(launchBrowser)]);
    try {
      await report(await measured(browser, product));
    } finally {
      await browser.close();
      await product.stop();
    }
  } finally {
    await server.stop();
  }
}

async function report(found: Awaited<ReturnType<typeof measured>>): Promise<void> {
  const load = rounded(loadavg()[0]);
  console.log(`the panel at ${office.kbps} kbps, ${office.latency} ms, CPU slowed ${office.slowdown} times`);
  for (const { overview, list } of found.first)
    console.log(
      `interactive after ${overview.interactive} s (overview), ${list.interactive} s (a list)   bar <= ${bars.interactiveSeconds} s; a dialog stands open after ${overview.dialog} and ${list.dialog} s`,
    );
  const { medianFrame, slowFrames, rows } = found.scroll;
  console.log(`scrolling ${people} people: ${medianFrame} ms a frame, ${slowFrames * 100} % slow, to row ${rows}`);
  console.log(`searching them: ${found.search} ms, the slowest in twenty   bar <= ${bars.searchMilliseconds} ms`);
  console.log(`measured on ${cpus().length} cores at a load of ${load}`);
  const day = new Date().toISOString().slice(0, 10);
  const entry = { bench: 'panel', day, node: process.version, office, bars, cores: cpus().length, load, ...found };
  await writeFile(path.join(historyFolder, `${day}-panel.json`), `${JSON.stringify(entry, null, 2)}\n`);
  console.log(`written to test/bench/history/${day}-panel.json`);
}
