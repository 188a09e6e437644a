import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { dataDirectory } from './data-dir.mjs';
import { Failure, reportAndExit } from './failure.mjs';
import { takeLock } from './lock.mjs';
import { databaseHome, startPostgres } from './postgres.mjs';
import { endLeftovers } from './processes.mjs';

async function agreed(directory) {
  if (process.argv.includes('--yes')) return true;
  if (!process.stdin.isTTY) {
    throw new Failure('Nobody is there to be asked: to wipe the demonstration unasked, run npm run reset -- --yes');
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`This wipes the demonstration in ${directory}. Type yes to go on: `);
  terminal.close();
  return answer.trim().toLowerCase() === 'yes';
}

async function reset() {
  const directory = dataDirectory();
  if (!existsSync(directory)) return console.log(`Nothing to wipe: ${directory} does not exist.`);
  const lock = await takeLock(directory, 'npm run reset');
  if (lock.holder) throw new Failure(`Tinkuy runs on ${directory} (${lock.holder}): stop it with Ctrl-C, then reset.`);
  if (!(await agreed(directory))) return console.log('Nothing was wiped.');
  await endLeftovers(directory);
  const home = databaseHome(directory);
  // A server that outlived its launcher would write into the folder while it is being removed.
  if (existsSync(home)) await (await startPostgres(directory)).stop();
  if (!home.startsWith(directory)) rmSync(dirname(home), { recursive: true, force: true });
  // Only what the product put there: TINKUY_DATA may name a folder that holds other things too.
  const ours = readdirSync(directory).filter((name) =>
    /^(postgres|binaries-.*|.*\.log|secret|demo\.json|processes\.json)$/.test(name),
  );
  for (const name of ours) rmSync(join(directory, name), { recursive: true, force: true });
  if (readdirSync(directory).length === 0) rmdirSync(directory);
  console.log(`Wiped the demonstration in ${directory}. npm start begins anew.`);
}

reset().then(() => process.exit(), reportAndExit);
