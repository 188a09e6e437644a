import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../../..');
export const samples = path.join(root, 'test/check/samples');

/** What the tools read at the root: the samples are judged by the very same files as the product. */
const configuration = [
  '.dependency-cruiser.cjs',
  '.gitignore',
  '.prettierignore',
  '.prettierrc.json',
  'eslint.config.mjs',
  'knip.json',
  'test/check/lint',
  'tsconfig.json',
];

export type Verdict = { exitCode: number; findings: Record<string, string[]> };

function run(script: string, args: string[]): Promise<{ exitCode: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], (error, stdout, stderr) =>
      resolve({ exitCode: Number(error?.code ?? 0), stdout, stderr: stderr || (error?.message ?? '') }),
    );
  });
}

/** Runs the check on a house; each finding without the place of the house on this machine. */
async function judge(house: string, args: string[]): Promise<Verdict> {
  const script = path.join(root, 'test/check/check.mjs');
  const { exitCode, stdout, stderr } = await run(script, ['--root', house, '--json', ...args]);
  if (!stdout) throw new Error(stderr);
  return { exitCode, findings: JSON.parse(stdout.replaceAll(house, '.')) as Record<string, string[]> };
}

/** Lends a place for a house, and tears it down afterwards. */
async function inScratch<T>(use: (house: string) => Promise<T>): Promise<T> {
  const house = await fs.mkdtemp(path.join(os.tmpdir(), 'tinkuy-check-'));
  try {
    await fs.symlink(path.join(root, 'node_modules'), path.join(house, 'node_modules'));
    return await use(house);
  } finally {
    await fs.rm(house, { recursive: true, force: true });
  }
}

const layOver = (house: string, sample: string) => fs.cp(path.join(samples, sample), house, { recursive: true });

async function configure(house: string): Promise<void> {
  for (const entry of configuration) await fs.cp(path.join(root, entry), path.join(house, entry), { recursive: true });
}

/** Judges a small house that every gate accepts, with the offending files of a sample laid over it. */
export function check(gates: string[], offence?: string): Promise<Verdict> {
  return inScratch(async (house) => {
    await configure(house);
    await layOver(house, 'clean');
    if (offence) await layOver(house, offence);
    return judge(house, gates);
  });
}

/** Judges the sample's files of before, then those of after over them: what a gate remembers must not blind it. */
export function checkTwice(gate: string, sample: string): Promise<[before: Verdict, after: Verdict]> {
  return inScratch(async (house) => {
    await configure(house);
    await layOver(house, `${sample}/before`);
    const before = await judge(house, [gate]);
    await layOver(house, `${sample}/after`);
    return [before, await judge(house, [gate])];
  });
}

/** The product's own drift command on the platform's migrations, with those of a sample among them. */
export function checkDrift(sample: string): Promise<Verdict> {
  return inScratch(async (house) => {
    await fs.cp(path.join(root, 'package.json'), path.join(house, 'package.json'));
    for (const part of ['apps/database', 'libs/kernel', 'libs/platform']) {
      await fs.cp(path.join(root, 'dist', part), path.join(house, 'dist', part), { recursive: true });
    }
    await fs.cp(path.join(samples, sample), path.join(house, 'dist'), { recursive: true });
    return judge(house, ['--built', 'migrations']);
  });
}
