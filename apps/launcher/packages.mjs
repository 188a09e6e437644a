import { spawn } from 'node:child_process';
import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure } from './failure.mjs';

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch (error) {
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return null;
    throw error;
  }
}

/**
 * Compares the lock with npm's own record of what lies in node_modules, which npm writes last of all: an
 * interrupted installation, a changed lock and one done by hand are all told apart without a stamp of ours.
 * Half of the packages serve only tests and checks: the product compiles and runs without them.
 */
export function installed(directory, { forTests = false } = {}) {
  const wanted = packagesOf(join(directory, 'package-lock.json'));
  const present = packagesOf(join(directory, 'node_modules/.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.optional || entry.devOptional || entry.peer || (entry.dev && !forTests)) return true;
    return present[path]?.version === entry.version;
  });
}

/**
 * `npm ci` refuses a lock that lacks optional packages of other platforms, which is what npm writes where a registry
 * does not carry them all; `npm install --no-save` takes the same versions from the lock and leaves it as it is.
 */
export async function install(directory, { forTests = false } = {}) {
  const npm = process.env.npm_execpath;
  const command = npm?.endsWith('.js') ? [process.execPath, npm] : ['npm'];
  const entry = lstatSync(join(directory, 'node_modules'), { throwIfNoEntry: false });
  if (entry?.isSymbolicLink()) {
    const home = dirname(realpathSync(join(directory, 'node_modules')));
    throw new Failure(`node_modules is a link whose packages are not those of this lock: run npm install in ${home}.`);
  }
  // What is there already may hold the packages for tests: leaving them out would remove them.
  const extent = forTests || entry ? '--include=dev' : '--omit=dev';
  // No package's script is needed: what is native comes compiled, and nothing foreign runs while installing.
  const args = ['install', '--no-save', '--ignore-scripts', extent, '--include=optional', '--no-audit', '--no-fund'];
  return new Promise((done, failed) => {
    let output = '';
    const child = spawn(command[0], [...command.slice(1), ...args, '--loglevel=error'], {
      cwd: directory,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && command.length === 1,
    });
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.once('error', (error) =>
      failed(new Failure(`npm cannot be run (${error.code}): install npm and try again.`)),
    );
    child.once('close', (code) => {
      if (code === 0) done(entry ? 'the lock had changed' : undefined);
      else failed(new Failure(`npm could not install the packages, see what it says and try again:\n${output.trim()}`));
    });
  });
}
