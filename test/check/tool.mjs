import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const packages = path.join(import.meta.dirname, '../../node_modules');

/** The script behind a tool's command, so that it runs without a shell and without `npx`. */
function binOf(name, command = name) {
  const { bin } = JSON.parse(fs.readFileSync(path.join(packages, name, 'package.json'), 'utf8'));
  return path.join(packages, name, typeof bin === 'string' ? bin : bin[command]);
}

/** Runs a script with this Node in `root`; what it prints and how it ended, whatever that was. */
export function runNode(script, args, { root, env = {} }) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { cwd: root, env: { ...process.env, ...env } });
    const output = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text) => (output.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (output.stderr += text));
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ ...output, code: code ?? signal }));
  });
}

export function runTool(name, args, options) {
  return runNode(binOf(name, options.command), args, options);
}

/** What a tool printed, line by line. */
export function linesOf(text) {
  return text.split('\n').filter((line) => line.trim());
}

/** For a tool that ended in a way that is neither "clean" nor "found something". */
export function breakdown(name, { code, stdout, stderr }) {
  return new Error(`${name} ended with ${code}\n${[stderr, stdout].filter(Boolean).join('\n').trim()}`);
}
