import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { checkout } from './data-dir.mjs';
import { Failure } from './failure.mjs';
import { isAlive } from './postgres-probe.mjs';

/** The processes promise to drain within 25 s of SIGTERM. */
const drain = 28_000;
const lastLines = (text) => text.trim().split('\n').slice(-15).join('\n');

/** Runs an entry point to its end: `{ code, output }`. */
export function run(entry, env) {
  return new Promise((done, failed) => {
    let stdout = '';
    let stderr = '';
    const child = spawn(process.execPath, [join(checkout, 'dist/apps', entry)], { cwd: checkout, env });
    child.stdout.on('data', (data) => (stdout += data));
    child.stderr.on('data', (data) => (stderr += data));
    child.once('error', failed);
    child.once('close', (code) => done({ code, stdout: stdout.trim(), stderr: stderr.trim() }));
  });
}

/** A process of the product that stays: its words go to a file, its readiness comes over IPC. */
export class Resident {
  constructor(name, { env, dataDirectory }) {
    this.name = name;
    this.logFile = join(dataDirectory, `${name}.log`);
    this.ended = new Promise((done) => (this.markEnded = done));
    // An earlier log may belong to another account: removing it takes only the folder's permission.
    rmSync(this.logFile, { force: true });
    const log = openSync(this.logFile, 'w', 0o600);
    const entry = join(checkout, 'dist/apps', name, 'main.js');
    // In a group of its own: Ctrl-C reaches the launcher alone, which then stops the processes in order.
    this.child = spawn(process.execPath, ['--enable-source-maps', entry], {
      cwd: checkout,
      env,
      detached: true,
      stdio: ['ignore', log, log, 'ipc'],
    });
    closeSync(log);
    this.child.once('error', (error) => this.markEnded(error.message));
    this.child.once('exit', (code, signal) => this.markEnded(signal ?? `exit code ${code}`));
  }

  get pid() {
    return this.child.pid;
  }

  async ready(milliseconds = 60_000) {
    const said = new Promise((done) => this.child.on('message', (message) => message?.ready && done('ready')));
    const end = this.ended.then((how) => `ended before it was ready (${how})`);
    const patience = pause(milliseconds, `was not ready within ${milliseconds / 1000} s`, { ref: false });
    const outcome = await Promise.race([said, end, patience]);
    if (outcome === 'ready') return;
    throw new Failure(`${this.name} ${outcome}, its last words in ${this.logFile}:\n${lastLines(this.log())}`);
  }

  log() {
    return existsSync(this.logFile) ? readFileSync(this.logFile, 'utf8') : '';
  }

  async stop() {
    await end(this.pid);
  }
}

async function gone(pid, milliseconds) {
  const deadline = Date.now() + milliseconds;
  while (isAlive(pid) && Date.now() < deadline) await pause(20);
  return !isAlive(pid);
}

async function end(pid) {
  if (!isAlive(pid)) return;
  process.kill(pid, 'SIGTERM');
  if (await gone(pid, drain)) return;
  process.kill(pid, 'SIGKILL');
  await gone(pid, drain);
}

const rollOf = (dataDirectory) => join(dataDirectory, 'processes.json');

export function writeRoll(dataDirectory, residents) {
  rmSync(rollOf(dataDirectory), { force: true });
  writeFileSync(rollOf(dataDirectory), JSON.stringify(residents.map(({ name, pid }) => ({ name, pid }))));
}

function isOurs({ name, pid }) {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(join(checkout, 'dist/apps', name, 'main.js'));
}

/** Processes that a killed launcher left behind end by themselves; this waits for them, and sees to it. */
export async function endLeftovers(dataDirectory) {
  const roll = rollOf(dataDirectory);
  if (!existsSync(roll)) return 0;
  const leftovers = JSON.parse(readFileSync(roll, 'utf8')).filter(isOurs);
  await Promise.all(leftovers.map(({ pid }) => end(pid)));
  rmSync(roll);
  return leftovers.length;
}
