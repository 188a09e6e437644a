import { randomBytes } from 'node:crypto';
import { accessSync, chmodSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure } from './failure.mjs';

export const checkout = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

export function dataDirectory(env = process.env) {
  return resolve(checkout, env.TINKUY_DATA || '.tinkuy');
}

// Level by level: `recursive` runs for ever where the file system answers a mkdir with ENOENT, as /proc does.
function make(directory) {
  if (existsSync(directory)) return;
  make(dirname(directory));
  mkdirSync(directory);
  // The database may run under an account of its own that has to pass through.
  chmodSync(directory, 0o755);
}

/** Makes the directory if need be and proves that it can be written to; `use` names it for the reader. */
export function claimDirectory(directory, use, mend) {
  const probe = join(directory, `.probe-${process.pid}`);
  try {
    make(directory);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    throw new Failure(`Cannot write to ${directory}, ${use} (${error.code ?? error.message}): ${mend}`);
  }
  return directory;
}

export function claimDataDirectory(directory) {
  return claimDirectory(
    directory,
    'where the data lives',
    'give this user the right to write there, or choose another place: TINKUY_DATA=/some/folder npm start',
  );
}

export function requireWritable(directory, use) {
  try {
    accessSync(directory, constants.W_OK);
  } catch {
    throw new Failure(
      `Cannot write to ${directory}, ${use}: give this user the right to write there, or clone into a folder of your own.`,
    );
  }
}

/** A secret that stays the same between runs, readable by its owner only. */
export function keptSecret(directory) {
  const file = join(directory, 'secret');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}
