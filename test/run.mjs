import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkout, claimDataDirectory } from '../apps/launcher/data-dir.mjs';
import { Failure, reportAndExit } from '../apps/launcher/failure.mjs';
import { takeLock } from '../apps/launcher/lock.mjs';
import { wrongNode } from '../apps/launcher/node-version.mjs';
import { startPostgres } from '../apps/launcher/postgres.mjs';
import { prepare } from '../apps/launcher/prepare.mjs';
import { Progress } from '../apps/launcher/progress.mjs';
import { prepareTemplate } from './database-template.mjs';
import { findChromium, findDockerCompose, startRedis } from './outside.mjs';
import { choose, narrows } from './selection.mjs';
import { summarise } from './summary.mjs';

const directory = join(checkout, '.tinkuy/test');
const outcome = join(directory, 'outcome.json');
/** The data is worth nothing after the run: speed before safety. */
const hasty = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: 300 };
const running = [];

async function setUp(progress) {
  claimDataDirectory(directory);
  const lock = await takeLock(directory, `process ${process.pid}`);
  if (lock.holder) throw new Failure(`Tests run already in this checkout (${lock.holder}): wait for them to end.`);
  await prepare(progress, { forTests: true });
  const server = await startPostgres(directory, { settings: hasty, sync: false });
  running.push(server);
  await progress.step('database and Redis ready', async () => {
    await prepareTemplate(server, checkout);
    const redis = await startRedis();
    if (redis) running.push(redis);
  });
  return { ...process.env, ...outsideWorld(server) };
}

function outsideWorld(server) {
  const redis = running.find(({ url }) => typeof url === 'string');
  const chromium = findChromium();
  const compose = findDockerCompose();
  return {
    TEST_DATABASE_URL: server.url('postgres'),
    ...(redis && { TEST_REDIS_URL: redis.url }),
    ...(chromium && { TEST_CHROMIUM: chromium }),
    ...(compose && { TEST_DOCKER_COMPOSE: compose }),
  };
}

function jest(args, env) {
  rmSync(outcome, { force: true });
  const program = join(checkout, 'node_modules/jest/bin/jest.js');
  const node = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', '--enable-source-maps'];
  const config = [
    '--passWithNoTests',
    '--config',
    join(checkout, 'test/jest.config.mjs'),
    '--json',
    `--outputFile=${outcome}`,
  ];
  // The report that --json prints on top of the file goes nowhere; people read what jest says on stderr.
  const child = spawn(process.execPath, [...node, program, ...config, ...args], {
    cwd: checkout,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return new Promise((done) => child.once('exit', (code) => done(code ?? 1)));
}

async function tearDown() {
  for (const part of running.splice(0).reverse()) await part.stop();
}

async function test() {
  const complaint = wrongNode(process.versions.node);
  if (complaint) throw new Failure(complaint);
  const env = await setUp(new Progress());
  const words = process.argv.slice(2);
  const code = await jest(choose(checkout, words), env);
  await tearDown();
  if (!existsSync(outcome)) throw new Failure('jest ended without a report: its words stand above.');
  const report = JSON.parse(readFileSync(outcome, 'utf8'));
  if (report.numTotalTestSuites === 0)
    throw new Failure(`No test matches "${words.join(' ')}": name a lib, or a part of a path.`);
  const { lines, failed } = summarise(report, { byName: words.some(narrows) });
  console.log(lines.join('\n'));
  return failed > 0 ? 1 : code;
}

process.on('SIGINT', () => void tearDown().then(() => process.exit(130)));
test().then(
  (code) => process.exit(code),
  async (error) => {
    await tearDown();
    reportAndExit(error);
  },
);
