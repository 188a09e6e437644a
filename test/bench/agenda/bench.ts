import { fork, type ChildProcess } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { once, rate, type Call } from './load.js';

const checkout = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../..');
const slug = 'encuentro-de-medicion';
const clients = 16;
const productPort = '4390';

const query = `query Agenda($slug: String!) { publishedAgenda(slug: $slug) {
  number event { name city zone startsOn endsOn } blocks { id name colour }
  days { date sessions { id kind title startsAt endsAt from to room block { name colour }
    speakers { name role position institution } } } } }`;

interface Server {
  readonly url: (database: string) => string;
  readonly stop: () => Promise<void>;
}

/** A database of the bench's own, on a server that is as safe as a real one. */
async function database(): Promise<{ server: Server; url: string }> {
  const launcher = pathToFileURL(path.join(checkout, 'apps/launcher/postgres.mjs')).href;
  const { startPostgres } = (await import(launcher)) as { startPostgres: (directory: string) => Promise<Server> };
  const directory = path.join(checkout, '.tinkuy/bench');
  await mkdir(directory, { recursive: true });
  const server = await startPostgres(directory);
  const admin = new Client({ connectionString: server.url('postgres') });
  await admin.connect();
  await admin.query('DROP DATABASE IF EXISTS bench WITH (FORCE)');
  await admin.query('CREATE DATABASE bench');
  await admin.end();
  return { server, url: server.url('bench') };
}

function start(file: string, env: Record<string, string>): ChildProcess {
  return fork(path.join(checkout, 'dist', file), [], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

async function finished(child: ChildProcess): Promise<void> {
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`A preparation of the bench ended with ${String(code)}`);
}

const saysReady = <T>(child: ChildProcess): Promise<T> =>
  new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as T));
    child.once('exit', (code) => reject(new Error(`A server of the bench ended with ${code}`)));
  });

/** Every call with what it is measured against the yardstick for. */
async function callsOf(yardstick: string, product: string): Promise<Record<string, Call>> {
  const json = { 'content-type': 'application/json' };
  const bodyOf = (variables: object) => JSON.stringify({ query, variables });
  const hotBody = bodyOf({ slug });
  const graphql: Call = {
    method: 'POST',
    url: `${product}/graphql`,
    headers: json,
    expected: 200,
    body: () => hotBody,
  };
  return {
    a: { method: 'GET', url: `${yardstick}/?slug=${slug}`, expected: 200 },
    hot: graphql,
    // A variable that nobody declared keeps the answer out of memory: every request runs the whole operation.
    any: { ...graphql, body: (n) => bodyOf({ slug, unknown: n }) },
    page: { method: 'GET', url: `${product}/e/${slug}`, expected: 200 },
  };
}

async function prepared<T>(measure: (calls: Record<string, Call>) => Promise<T>): Promise<T> {
  const { server, url } = await database();
  const env = {
    DATABASE_URL: url,
    NODE_ENV: 'production',
    // In production the agenda is read by its page, or with a key.
    TINKUY_MODE: 'demo',
    PORT: productPort,
    HOST: '127.0.0.1',
    SMTP_URL: 'smtp://127.0.0.1:9',
    SECRET: 'only the bench knows this secret, 32 letters',
  };
  const children: ChildProcess[] = [];
  try {
    await finished(start('apps/database/migrate.js', env));
    await finished(start('test/bench/agenda/seed.js', env));
    children.push(start('test/bench/agenda/yardstick.js', env), start('apps/api/main.js', env));
    const { port } = await saysReady<{ port: number }>(children[0]);
    await saysReady(children[1]);
    return await measure(await callsOf(`http://127.0.0.1:${port}`, `http://127.0.0.1:${productPort}`));
  } finally {
    for (const child of children) child.kill();
    await server.stop();
  }
}

const median = (numbers: readonly number[]): number => [...numbers].sort((x, y) => x - y)[numbers.length >> 1];

/** The product's answer must be the yardstick's, or the ratio would compare two different things. */
async function proveSame({ a, hot, any }: Record<string, Call>): Promise<number> {
  const [theirs, ours, whole] = (await Promise.all([once(a), once(hot), once(any, 1)])).map(({ text }) => text);
  const sessions = (text: string) =>
    (
      JSON.parse(text) as { data: { publishedAgenda: { days: { sessions: { id: string; speakers: object[] }[] }[] } } }
    ).data.publishedAgenda.days.map((day) => day.sessions.map(({ id, speakers }) => ({ id, speakers })));
  const plain = JSON.stringify(sessions(theirs));
  if (plain !== JSON.stringify(sessions(ours)) || ours !== whole) throw new Error('The answers differ');
  return Buffer.byteLength(ours);
}

const bars: Readonly<Record<string, string>> = { hot: '>= 4', any: '>= 0.45', page: 'none' };

/** W1: the agenda of one event against bare http and one json_agg statement, interleaved, in ratios. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { rounds: { type: 'string', default: '5' }, seconds: { type: 'string', default: '3' } },
  });
  const [rounds, milliseconds] = [Number(values.rounds), Number(values.seconds) * 1000];
  await prepared(async (calls) => {
    const bytes = await proveSame(calls);
    for (const call of Object.values(calls)) await rate(call, clients, 1_000);
    const rates: Record<string, number[]> = {};
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, call] of Object.entries(calls))
        (rates[name] ??= []).push(await rate(call, clients, milliseconds));
    }
    const ratios = Object.keys(bars).map((name) => ({
      name,
      ratio: Number(median(rates[name].map((value, round) => value / rates['a'][round])).toFixed(2)),
    }));
    console.log(`agenda of one event, ${bytes} bytes, ${rounds} interleaved rounds; requests per second over (a)`);
    for (const { name, ratio } of ratios)
      console.log(`${name.padEnd(12)} ${ratio.toFixed(2).padStart(6)} x (a)   bar ${bars[name]}`);
    const day = new Date().toISOString().slice(0, 10);
    const load = Number(loadavg()[0].toFixed(1));
    const entry = {
      bench: 'agenda',
      day,
      node: process.version,
      cores: cpus().length,
      load,
      bytes,
      rounds,
      clients,
      ratios,
    };
    const file = path.join(checkout, 'test/bench/history', `${day}-agenda.json`);
    await writeFile(file, `${JSON.stringify(entry, null, 2)}\n`);
    console.log(`written to ${path.relative(checkout, file)}`);
  });
}
