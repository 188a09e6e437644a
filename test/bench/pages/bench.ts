import type { Browser } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { basename, join } from 'node:path';
import { launchBrowser, sizes } from '../../screens/browser.js';
import { startDemo } from '../../screens/demo.js';
import { emptyDelegations } from '../../screens/screens.js';
import { benchDatabase, chromiumPath, historyFolder } from '../browser-stage.js';

/** A village's connection and an old phone. */
const phone = { kbps: 50, latency: 800, slowdown: 6 };
const bar = 6;

interface Times {
  /** Seconds until the page is loaded, filled in, and the answer of its submission loaded. */
  readonly load: number;
  readonly fill: number;
  readonly submit: number;
  readonly total: number;
}

const seconds = (from: number, to: number): number => Number(((to - from) / 1000).toFixed(2));

type Delegation = Awaited<ReturnType<typeof emptyDelegations>>[number];

/** Registers three people on a delegation's page, with an empty cache, in the browser that accepted the invitation. */
async function register(browser: Browser, origin: string, { path, cookies }: Delegation): Promise<Times> {
  const context = await browser.newContext({ locale: 'es-PE', viewport: sizes.phone });
  await context.addCookies(cookies.map((cookie) => ({ ...cookie, url: origin })));
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  const throughput = (phone.kbps * 1000) / 8;
  await wire.send('Network.enable');
  await wire.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: phone.latency,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  });
  await wire.send('Emulation.setCPUThrottlingRate', { rate: phone.slowdown });
  const start = performance.now();
  await page.goto(origin + path, { waitUntil: 'load' });
  const loaded = performance.now();
  for (const row of [0, 1, 2]) {
    await page.fill(`[name="people.${row}.givenNames"]`, `Persona ${row + 1} (demo)`);
    await page.fill(`[name="people.${row}.familyNames"]`, 'Mamani Quispe');
    await page.fill(`[name="people.${row}.positionTitle"]`, 'Regidora');
  }
  const filled = performance.now();
  await Promise.all([
    page.waitForURL(/hecho=agregado/, { waitUntil: 'load' }),
    page.click('[value=agregar]', { noWaitAfter: true }),
  ]);
  const done = performance.now();
  const people = await page.locator('.members li').count();
  await context.close();
  if (people !== 3) throw new Error(`${people} people are registered, not three`);
  return {
    load: seconds(start, loaded),
    fill: seconds(loaded, filled),
    submit: seconds(filled, done),
    total: seconds(start, done),
  };
}

async function measured(): Promise<Times[]> {
  const server = await benchDatabase();
  const rounds: Times[] = [];
  try {
    const product = await startDemo();
    const browser = await launchBrowser(await chromiumPath());
    try {
      for (const page of await emptyDelegations(product.url)) rounds.push(await register(browser, product.url, page));
    } finally {
      await browser.close();
      await product.stop();
    }
  } finally {
    await server.stop();
  }
  return rounds;
}

/** W7: a delegation of three is registered on a slow phone, from the first byte asked for to the answer seen. */
export async function run(): Promise<void> {
  const rounds = await measured();
  const load = Number(loadavg()[0].toFixed(1));
  console.log(`a delegation of three at ${phone.kbps} kbps, ${phone.latency} ms, CPU slowed ${phone.slowdown} times`);
  for (const times of rounds) {
    console.log(`${times.total} s  (load ${times.load}, fill ${times.fill}, submit ${times.submit})   bar <= ${bar} s`);
  }
  console.log(`measured on ${cpus().length} cores at a load of ${load}`);
  const day = new Date().toISOString().slice(0, 10);
  const entry = { bench: 'pages', day, node: process.version, phone, bar, cores: cpus().length, load, rounds };
  const file = join(historyFolder, `${day}-pages.json`);
  await writeFile(file, `${JSON.stringify(entry, null, 2)}\n`);
  console.log(`written to ${basename(file)}`);
}
