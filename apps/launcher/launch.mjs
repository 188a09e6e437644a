import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { banner } from './banner.mjs';
import { checkout, claimDataDirectory, dataDirectory } from './data-dir.mjs';
import { productEnvironment } from './environment.mjs';
import { Failure, reportAndExit } from './failure.mjs';
import { takeLock } from './lock.mjs';
import { claimPort } from './ports.mjs';
import { ensureDatabase, startPostgres } from './postgres.mjs';
import { prepareBuild, preparePackages } from './prepare.mjs';
import { endLeftovers, Resident, run, writeRoll } from './processes.mjs';
import { Progress } from './progress.mjs';
import { asLeft, oncePerSources } from './stamps.mjs';

/** What runs, in the order in which it must be stopped. */
const running = [];
let stopping = null;

function stopAll() {
  stopping ??= (async () => {
    for (const part of running) {
      process.stdout.write(`  stopping ${part.name}\n`);
      // A part that does not stop must not keep the next one running: PostgreSQL is the last.
      await part.stop().catch((error) => console.error(`  ${part.name} did not stop: ${error.message}`));
    }
  })();
  return stopping;
}

async function leave(code, words) {
  const first = !stopping;
  if (first && words) console.error(`\n${words}`);
  await stopAll();
  if (first) process.exit(code);
}

async function claim(directory) {
  claimDataDirectory(directory);
  const lock = await takeLock(directory, `process ${process.pid}, port ${process.env.PORT || 3000}`);
  if (!lock.holder) return;
  throw new Failure(
    `Tinkuy runs already on ${directory} (${lock.holder}): use that one, stop it with Ctrl-C, or choose another place: TINKUY_DATA=/some/folder PORT=3001 npm start`,
  );
}

/** Needs nothing that is compiled: it starts meanwhile. */
function beginPostgres(directory) {
  if (process.env.DATABASE_URL) return null;
  const starting = startPostgres(directory);
  // Known before it is there: a Ctrl-C meanwhile must not leave it behind.
  running.push({
    name: 'PostgreSQL',
    stop: () =>
      starting.then(
        (server) => server.stop(),
        // It never came up, which start() says: there is nothing to stop.
        () => undefined,
      ),
  });
  return starting;
}

async function database(progress, starting) {
  if (!starting) return { databaseUrl: process.env.DATABASE_URL };
  const server = await starting;
  await progress.step('PostgreSQL started', async () => {
    await ensureDatabase(server.url('postgres'), 'tinkuy');
    if (server.adopted) return 'taken over from a launcher that was killed';
  });
  return { databaseUrl: server.url('tinkuy'), home: server.home };
}

async function migrate(env) {
  const { code, stdout, stderr } = await run('database/migrate.js', env);
  if (code === 0) return;
  if (code === 3) throw new Failure(stderr || stdout);
  throw new Failure(`The database could not be migrated:\n${stderr || stdout}`);
}

/** The seed leaves its sign-in behind: where it stands and the database is the same, nothing needs to be looked up again. */
async function seed(env, { isAsLeft, directory }) {
  if (isAsLeft && existsSync(join(directory, 'demo.json'))) return asLeft;
  const { code, stdout, stderr } = await run('demo/seed.js', env);
  if (code !== 0) throw new Failure(`The demonstration could not be seeded:\n${stderr || stdout}`);
  return stdout.split('\n').at(-1);
}

async function startResidents(env, directory) {
  const residents = ['worker', 'api'].map((name) => new Resident(name, { env, dataDirectory: directory }));
  running.unshift(...residents);
  writeRoll(directory, residents);
  await Promise.all(residents.map((resident) => resident.ready()));
  for (const { name, ended, logFile } of residents) {
    ended.then((how) => leave(1, `${name} stopped by itself (${how}): the reason stands at the end of ${logFile}`));
  }
}

async function start() {
  const progress = new Progress();
  const directory = dataDirectory();
  await claim(directory);
  await endLeftovers(directory);
  const port = await claimPort(process.env.PORT || '3000');
  console.log('Tinkuy starts');
  await preparePackages(progress);
  const postgres = beginPostgres(directory);
  await Promise.all([prepareBuild(progress), postgres]);
  const { databaseUrl, home } = await database(progress, postgres);
  const env = await productEnvironment({ given: process.env, port, databaseUrl, dataDirectory: directory });
  let isAsLeft = false;
  await progress.step('database migrated', async () => {
    const outcome = await oncePerSources({ home, name: 'migrated', checkout, step: () => migrate(env) });
    isAsLeft = outcome === asLeft;
    return outcome;
  });
  if (env.TINKUY_MODE === 'demo')
    await progress.step('demonstration at hand', () => seed(env, { isAsLeft, directory }));
  await progress.step('api and worker ready', () => startResidents(env, directory));
  console.log(banner({ env, dataDirectory: directory, database: home, total: progress.total() }));
}

export async function launch() {
  // A closed terminal must not keep the parts from being stopped.
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void leave(0));
  try {
    await start();
  } catch (error) {
    // What fails because its parts are being stopped is no news: whoever stops them ends the process, with their own code.
    if (stopping) return;
    await stopAll();
    reportAndExit(error);
  }
}
