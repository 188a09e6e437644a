import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { checkout, requireWritable } from './data-dir.mjs';
import { Failure } from './failure.mjs';
import { freePort, isFree } from './ports.mjs';
import { databaseAccount } from './postgres-account.mjs';
import { findBinaries, shelterFor } from './postgres-binaries.mjs';
import { greet, isAlive, survivor } from './postgres-probe.mjs';

const major = '18';
const user = 'tinkuy';
const patience = 60_000;

async function until(condition, milliseconds) {
  const deadline = Date.now() + milliseconds;
  while (Date.now() < deadline) {
    if (await condition()) return true;
    await pause(20);
  }
  return false;
}

/** Where the database keeps everything: under the data directory, unless its account cannot get there. */
export function databaseHome(dataDirectory) {
  const near = join(dataDirectory, 'postgres');
  const account = databaseAccount(near);
  if (account.uid === undefined) return near;
  const far = join(shelterFor(dataDirectory), 'postgres');
  return existsSync(far) || !reaches(dataDirectory, account) ? far : near;
}

function reaches(directory, account) {
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', directory], { ...account, cwd: '/' }).status === 0;
}

function handOver(path, account) {
  if (account.uid !== undefined) chownSync(path, account.uid, account.gid);
}

function claimHome(home, account) {
  if (!existsSync(home)) {
    mkdirSync(home, { recursive: true });
    handOver(home, account);
    chmodSync(home, 0o700);
  }
  requireWritable(home, 'where the database keeps its files');
}

function note(file, content, account) {
  writeFileSync(file, content, { mode: 0o600 });
  handOver(file, account);
}

function keptPassword(home, account) {
  const file = join(home, 'password');
  if (!existsSync(file)) note(file, randomBytes(24).toString('hex'), account);
  return readFileSync(file, 'utf8').trim();
}

function initialise({ home, bin, account, password, sync }) {
  const cluster = join(home, 'cluster');
  if (existsSync(cluster)) return requireSameMajor(cluster);
  // Made aside and renamed: a start that was cut short leaves no half database behind.
  const unfinished = join(home, 'cluster.new');
  const passwordFile = join(home, 'password.new');
  rmSync(unfinished, { recursive: true, force: true });
  note(passwordFile, password, account);
  const args = ['-D', unfinished, '-U', user, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8'];
  // The builtin provider sorts alike on every system; the system's own locales may be lacking.
  args.push('--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', ...(sync ? [] : ['--no-sync']));
  const { status, stderr, error } = spawnSync(join(bin, 'initdb'), args, { ...account, cwd: '/', encoding: 'utf8' });
  rmSync(passwordFile);
  if (status !== 0) throw new Failure(`PostgreSQL could not prepare ${home}:\n${(error?.message ?? stderr).trim()}`);
  renameSync(unfinished, cluster);
}

function requireSameMajor(cluster) {
  const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (found === major) return;
  throw new Failure(
    `The data in ${cluster} was written by PostgreSQL ${found} and this is ${major}: dump it with a PostgreSQL ${found}, or choose another place: TINKUY_DATA=/some/folder npm start`,
  );
}

async function choosePort(home, account) {
  const file = join(home, 'port');
  const remembered = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (remembered && (await isFree(remembered))) return remembered;
  const port = await freePort();
  note(file, String(port), account);
  return port;
}

/** A server that outlived its launcher is taken over when it answers, and brought down to be started anew when not. */
async function adopt(cluster) {
  const found = survivor(cluster);
  if (!found) {
    rmSync(join(cluster, 'postmaster.pid'), { force: true });
    return null;
  }
  if (await until(async () => (await greet(found.port, user)) === 'ready' || !isAlive(found.pid), patience / 4)) {
    if (isAlive(found.pid)) return found;
    return null;
  }
  process.kill(found.pid, 'SIGQUIT');
  await until(() => !isAlive(found.pid), patience / 4);
  return null;
}

async function spawnServer({ home, bin, account, settings }) {
  const port = await choosePort(home, account);
  // No socket in the file system: its path may be longer than the system allows.
  const all = { listen_addresses: '127.0.0.1', unix_socket_directories: '', port, timezone: 'UTC', ...settings };
  const args = [
    '-D',
    join(home, 'cluster'),
    ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  const logFile = join(home, 'server.log');
  const log = openSync(logFile, 'w', 0o600);
  handOver(logFile, account);
  // In a group of its own, so that Ctrl-C reaches the launcher alone, which stops the database last.
  const server = spawn(join(bin, 'postgres'), args, {
    ...account,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  server.unref();
  let ended = false;
  server.once('error', () => (ended = true)).once('exit', () => (ended = true));
  const answered = await until(async () => ended || (await greet(port, user)) === 'ready', patience);
  if (ended || !answered) {
    throw new Failure(`PostgreSQL did not start, its own words:\n${readFileSync(logFile, 'utf8').trim()}`);
  }
  return { pid: server.pid, port };
}

async function stop({ pid }) {
  if (!isAlive(pid)) return;
  process.kill(pid, 'SIGINT');
  if (await until(() => !isAlive(pid), patience / 2)) return;
  // Safe for the data: the next start replays the log.
  process.kill(pid, 'SIGQUIT');
  await until(() => !isAlive(pid), patience / 4);
}

/**
 * Starts the embedded PostgreSQL, or takes over one that runs on the same data.
 * `settings` are server settings by name; `sync: false` is for data that may be lost.
 */
export async function startPostgres(dataDirectory, { settings = {}, sync = true } = {}) {
  const home = databaseHome(dataDirectory);
  const account = databaseAccount(home);
  claimHome(home, account);
  const password = keptPassword(home, account);
  const cluster = join(home, 'cluster');
  const running = existsSync(cluster) ? await adopt(cluster) : null;
  const bin = running ? null : findBinaries(checkout, account, dataDirectory);
  if (!running) initialise({ home, bin, account, password, sync });
  const server = running ?? (await spawnServer({ home, bin, account, settings }));
  const url = (database) => `postgres://${user}:${password}@127.0.0.1:${server.port}/${database}`;
  return { home, pid: server.pid, port: server.port, adopted: running !== null, url, stop: () => stop(server) };
}

/** Makes the database if it is not there yet. */
export async function ensureDatabase(adminUrl, name) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
