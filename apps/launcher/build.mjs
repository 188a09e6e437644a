import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Failure } from './failure.mjs';

const roots = ['apps', 'libs', 'test'];
const isSource = (name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts');

export function filesUnder(directory, wanted) {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesUnder(path, wanted);
    return wanted(entry.name) ? [path] : [];
  });
}

/** A digest of names, sizes and times: cheap enough to take at every start. */
export function sourcesDigest(directory) {
  const sources = roots.flatMap((root) => filesUnder(join(directory, root), isSource)).sort();
  const hash = createHash('sha256');
  for (const path of [join(directory, 'tsconfig.json'), join(directory, 'package-lock.json'), ...sources]) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${relative(directory, path)}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
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
  return new Promise((done, failed) => {
    let output = '';
    // Types are the concern of `npm run check`: without them the output is the same and there in half the time.
    const child = spawn(process.execPath, [tsc, '-p', '.', '--noCheck', ...types], { cwd: directory });
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.once('error', failed);
    child.once('close', (code) => {
      if (code === 0) done();
      else failed(new Failure(`The sources do not compile:\n${output.trim()}`));
    });
  });
}

export async function build(directory) {
  const digest = sourcesDigest(directory);
  rmSync(stampOf(directory), { force: true });
  await compile(directory);
  pruneOrphans(directory);
  mkdirSync(join(directory, 'dist'), { recursive: true });
  writeFileSync(stampOf(directory), digest);
}
