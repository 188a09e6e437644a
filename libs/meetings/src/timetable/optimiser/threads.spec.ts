import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { example, meeting, people } from '../example.js';
import { optimise, type Progress } from './optimise.js';

/** Needs one break more than the bound of each person alone says: only an exact proof closes it. */
const triangle = example({
  slotCount: 3,
  parties: people('abc'),
  meetings: [meeting('ab'), meeting('bc'), meeting('ac')],
  tables: 1,
});

const dist = fileURLToPath(new URL('../../../../../', import.meta.url));

/** Runs the engine on the triangle in a process of its own, from a copy of the build beside other packages. */
function runWith(
  packages: (folder: string) => void,
  flags: string[] = [],
): { answer: Record<string, unknown>; errors: string } {
  const folder = mkdtempSync(join(tmpdir(), 'timetable-'));
  try {
    const own = ['libs/kernel', 'libs/meetings/src/timetable'];
    for (const lib of own) cpSync(join(dist, lib), join(folder, 'dist', lib), { recursive: true });
    const imports = { '#kernel': './dist/libs/kernel/src/index.js' };
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module', imports }));
    mkdirSync(join(folder, 'node_modules'));
    link(folder, 'temporal-polyfill');
    link(folder, 'temporal-spec');
    packages(folder);
    writeFileSync(join(folder, 'run.js'), script);
    const child = spawnSync(process.execPath, [...flags, 'run.js'], {
      cwd: folder,
      encoding: 'utf8',
      env: {},
    });
    return { answer: JSON.parse(child.stdout || '{}') as Record<string, unknown>, errors: child.stderr };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const script = `
import { optimise } from './dist/libs/meetings/src/timetable/index.js';
const problem = ${JSON.stringify(triangle)};
const { proved, placed, breaks, bound, unproved } = await optimise(problem, { now: () => performance.now(), seconds: 30 }).answer;
console.log(JSON.stringify({ placed, breaks, bound, proved, unproved }));
`;

/** The package as it is installed here. */
function link(folder: string, name: string): void {
  const path = installed(name);
  if (path) symlinkSync(path, join(folder, 'node_modules', name));
}

function installed(name: string): string | undefined {
  for (const modules of createRequire(import.meta.url).resolve.paths(name) ?? []) {
    if (existsSync(join(modules, name))) return join(modules, name);
  }
  return undefined;
}

function brokenSolver(folder: string): void {
  const path = join(folder, 'node_modules', 'cadical-wasm');
  mkdirSync(path);
  writeFileSync(join(path, 'package.json'), JSON.stringify({ name: 'cadical-wasm', type: 'module', main: 'index.js' }));
  const methods =
    'ensureVars() {} addClause() {} setTerminate() {} solve() { throw new Error("out of memory"); } dispose() {}';
  writeFileSync(
    join(path, 'index.js'),
    `export class Cadical { static async create() { return new Cadical(); } ${methods} }`,
  );
}

describe('threads and the exact solver', () => {
  it('proves in threads what no bound alone shows', () => {
    const { answer } = runWith((folder) => link(folder, 'cadical-wasm'));
    expect(answer).toEqual({ placed: 3, breaks: 1, bound: 1, proved: true });
  });

  it('answers without proof when the solver is missing', () => {
    const { answer } = runWith(() => undefined);
    expect(answer).toMatchObject({ placed: 3, breaks: 1, bound: 0, proved: false });
    expect(answer['unproved']).toContain('cadical-wasm');
  });

  it('answers without proof when the solver dies', () => {
    const { answer } = runWith(brokenSolver);
    expect(answer).toEqual({ placed: 3, breaks: 1, bound: 0, proved: false, unproved: 'out of memory' });
  });

  it('answers, and proves, in one thread when no other can be started', () => {
    // Node's permission model refuses threads unless they are allowed.
    const flags = ['--experimental-permission', '--allow-fs-read=*', '--allow-fs-write=*'];
    const { answer } = runWith((folder) => link(folder, 'cadical-wasm'), flags);
    expect(answer).toEqual({ placed: 3, breaks: 1, bound: 1, proved: true });
  });

  it('streams progress and stops when it is told to, with the best so far', async () => {
    const busy = example({
      slotCount: 8,
      tables: 4,
      parties: people('abcdefghij'),
      meetings: ['ab', 'ac', 'ad', 'be', 'cf', 'dg', 'eh', 'fi', 'gj', 'aj'].map((pair) => meeting(pair)),
    });
    const run = optimise(busy, { now: () => performance.now() });
    const seen: Progress[] = [];
    for await (const progress of run.progress) {
      seen.push(progress);
      run.stop();
    }
    const answer = await run.answer;
    expect(seen.length).toBeGreaterThan(0);
    expect(answer.placed).toBe(10);
  });
});
