import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sourcesDigest } from '../../apps/launcher/build.mjs';
import { checkout } from '../../apps/launcher/data-dir.mjs';
import { freePort } from '../../apps/launcher/ports.mjs';

/** A folder that goes away with `remove()`, open to the account that the database runs under. */
export function scratch() {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'tinkuy-launcher-')));
  chmodSync(directory, 0o755);
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) };
}

/** A running command: what it said so far, and how it ended. */
export function command(script, { env, args = [], words = [] }) {
  const child = spawn(process.execPath, [...args, script, ...words], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const listeners = new Set();
  const hear = (data) => {
    output += data;
    for (const listener of listeners) listener();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = new Promise((done) => child.once('close', (code, signal) => done({ code, signal, output })));
  return {
    ended,
    kill: (signal) => child.kill(signal),
    /** Waits until the words were said; fails with all that was said when it ends without them. */
    said: (words) =>
      new Promise((done, failed) => {
        const listen = () => output.includes(words) && done(output);
        listeners.add(listen);
        listen();
        void ended.then(() => failed(new Error(`ended without saying "${words}":\n${output}`)));
      }),
  };
}

const diary =
  "import { appendFileSync } from 'node:fs'; const note = (t) => appendFileSync(process.env.DIARY, t + '\\n');";

const programs = {
  'database/migrate.js': 'console.log("up to date");',
  // Counts its own runs in the database, so that lost data would show.
  'demo/seed.js': `import pg from 'pg';
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await client.connect();
    await client.query('CREATE TABLE IF NOT EXISTS run (id serial)');
    await client.query('INSERT INTO run DEFAULT VALUES');
    const { rows } = await client.query('SELECT count(*) FROM run');
    await client.end();
    console.log('run ' + rows[0].count);`,
  'api/main.js': `${diary} import { createServer } from 'node:http';
    const server = createServer((_, answer) => answer.end('here'));
    const end = () => server.close(() => { note('api closed'); process.exit(); });
    process.once('SIGTERM', end); process.once('disconnect', end);
    server.listen(process.env.PORT, () => process.send({ ready: true }));`,
  'worker/main.js': `${diary} setInterval(() => 0, 1e6);
    const end = () => { note('worker closed'); process.exit(); };
    process.once('SIGTERM', end); process.once('disconnect', end);
    process.send({ ready: true });`,
};

/** A checkout with this launcher and small programs in the product's place. */
export async function standIn(replaced = {}) {
  const { directory, remove } = scratch();
  cpSync(join(checkout, 'apps/launcher'), join(directory, 'apps/launcher'), { recursive: true });
  for (const file of ['package-lock.json', 'tsconfig.json']) cpSync(join(checkout, file), join(directory, file));
  writeFileSync(join(directory, 'package.json'), '{ "type": "module" }');
  symlinkSync(realpathSync(join(checkout, 'node_modules')), join(directory, 'node_modules'));
  for (const [entry, source] of Object.entries({ ...programs, ...replaced })) {
    const file = join(directory, 'dist/apps', entry);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, source);
  }
  writeFileSync(join(directory, 'dist/.built'), sourcesDigest(directory));
  const diaryFile = join(directory, 'diary');
  const given = { DIARY: diaryFile, TINKUY_DATA: '', DATABASE_URL: '', PORT: String(await freePort()) };
  const begun = [];
  const begin = (script, options) => {
    begun.push(command(join(directory, 'apps/launcher', script), options));
    return begun.at(-1);
  };
  return {
    directory,
    port: Number(given.PORT),
    /** Also ends what a failed test left running. */
    remove: async () => {
      for (const { kill, ended } of begun) {
        kill('SIGTERM');
        await ended;
      }
      remove();
    },
    forget: () => writeFileSync(diaryFile, ''),
    diary: () => readFileSync(diaryFile, 'utf8').trim().split('\n'),
    start: (env = {}) => begin('start.mjs', { env: { ...given, ...env } }),
    reset: (...words) => begin('reset.mjs', { env: given, words }),
  };
}
