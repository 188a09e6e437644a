import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Failure } from './failure.mjs';

const roots = ['apps', 'libs', 'test'];
const isSource = (name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts');
const panel = 'apps/panel';

export function filesUnder(directory, wanted) {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesUnder(path, wanted);
    return wanted(entry.name) ? [path] : [];
  });
}

/** A digest of names, sizes and times: cheap enough to take at every start. */
function digestOf(directory, files) {
  const hash = createHash('sha256');
  for (const path of files.sort()) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${relative(directory, path)}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

export function sourcesDigest(directory) {
  const sources = roots
    .flatMap((root) => filesUnder(join(directory, root), isSource))
    .filter((path) => !relative(directory, path).startsWith(panel));
  return digestOf(directory, [join(directory, 'tsconfig.json'), join(directory, 'package-lock.json'), ...sources]);
}

/** The panel is built of its own files and the words that the domain printed. */
export function panelDigest(directory) {
  const words = filesUnder(join(directory, 'apps/api'), (name) => /^words\.\w+\.json$/.test(name));
  const sources = filesUnder(join(directory, panel), () => true);
  return digestOf(directory, [join(directory, 'package-lock.json'), ...words, ...sources]);
}

const stampOf = (directory) => join(directory, 'dist/.built');

export function built(directory) {
  const stamp = stampOf(directory);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === sourcesDigest(directory);
}

/** The compiler never removes the output of a source that is gone: a deleted test would go on running. */
export function pruneOrphans(directory) {
  const dist = join(directory, 'dist');
  for (const path of roots.flatMap((root) => filesUnder(join(dist, root), (name) => name.endsWith('.js')))) {
    const source = join(directory, relative(dist, path)).slice(0, -'.js'.length);
    if (existsSync(`${source}.ts`) || existsSync(`${source}.tsx`)) continue;
    for (const orphan of [path, `${path}.map`]) rmSync(orphan, { force: true });
  }
}

function compile(directory) {
  const tsc = join(directory, 'node_modules/typescript/bin/tsc');
  // Installed for a start only, the packages do not include the names that tests use.
  const types = existsSync(join(directory, 'node_modules/@types/jest')) ? [] : ['--types', 'node'];
  // Types are the concern of `npm run check`: without them the output is the same and there in half the time.
  return runTool([tsc, '-p', '.', '--noCheck', ...types], directory, 'The sources do not compile');
}

function runTool(command, directory, complaint) {
  return new Promise((done, failed) => {
    let output = '';
    const child = spawn(process.execPath, command, { cwd: directory });
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.once('error', failed);
    child.once('close', (code) => {
      if (code === 0) done();
      else failed(new Failure(`${complaint}:\n${output.trim()}`));
    });
  });
}

const panelStampOf = (directory) => join(directory, 'dist/.panel-built');

/** A checkout without a panel (as tests of the launcher make them) has none to build. */
export function panelBuilt(directory) {
  if (!existsSync(join(directory, panel, 'vite.config.ts'))) return true;
  const stamp = panelStampOf(directory);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === panelDigest(directory);
}

/** Run by a process of its own: vite keeps a core busy, and what starts meanwhile must not wait for it. */
export async function buildPanel(directory) {
  const digest = panelDigest(directory);
  rmSync(panelStampOf(directory), { force: true });
  const vite = join(directory, 'node_modules/vite/bin/vite.js');
  await runTool([vite, 'build', panel, '--logLevel', 'error'], directory, 'The panel could not be built');
  writeFileSync(panelStampOf(directory), digest);
}

export async function build(directory) {
  const digest = sourcesDigest(directory);
  rmSync(stampOf(directory), { force: true });
  await compile(directory);
  pruneOrphans(directory);
  mkdirSync(join(directory, 'dist'), { recursive: true });
  writeFileSync(stampOf(directory), digest);
}
