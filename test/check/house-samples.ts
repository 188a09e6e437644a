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

/** A small house that every gate accepts, with the offending files of one gate laid over it. */
async function layHouse(offence?: string): Promise<string> {
  const house = await fs.mkdtemp(path.join(os.tmpdir(), 'tinkuy-check-'));
  for (const entry of configuration) await fs.cp(path.join(root, entry), path.join(house, entry), { recursive: true });
  await fs.cp(path.join(samples, 'clean'), house, { recursive: true });
  if (offence) await fs.cp(path.join(samples, offence), house, { recursive: true });
  await fs.symlink(path.join(root, 'node_modules'), path.join(house, 'node_modules'));
  return house;
}

export type Verdict = { exitCode: number; findings: Record<string, string[]> };

function run(script: string, args: string[]): Promise<{ exitCode: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], (error, stdout, stderr) =>
      resolve({ exitCode: Number(error?.code ?? 0), stdout, stderr: stderr || (error?.message ?? '') }),
    );
  });
}

/** Runs the check on a sample house; each finding without the place of the house on this machine. */
export async function check(gates: string[], offence?: string): Promise<Verdict> {
  const house = await layHouse(offence);
  try {
    const args = ['--root', house, '--json', ...gates];
    const { exitCode, stdout, stderr } = await run(path.join(root, 'test/check/check.mjs'), args);
    if (!stdout) throw new Error(stderr);
    return { exitCode, findings: JSON.parse(stdout.replaceAll(house, '.')) as Record<string, string[]> };
  } finally {
    await fs.rm(house, { recursive: true, force: true });
  }
}
