import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Failure } from '../apps/launcher/failure.mjs';
import { freePort } from '../apps/launcher/ports.mjs';

function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

export function findChromium() {
  return process.env.TEST_CHROMIUM ?? onPath('chromium', 'chromium-browser', 'google-chrome');
}

export const findDockerCompose = () => onPath('docker-compose');

function saysPong(port) {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.once('error', () => done(false));
    socket.once('data', (data) => {
      socket.destroy();
      done(data.toString().startsWith('+PONG'));
    });
  });
}

/** A Redis of the tests' own that keeps nothing, or null where none is installed. */
export async function startRedis() {
  const program = onPath('redis-server');
  if (!program) return null;
  const port = await freePort();
  const args = ['--port', port, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const server = spawn(program, args.map(String), { stdio: 'ignore' });
  const ended = new Promise((done) => server.once('exit', done));
  for (const deadline = Date.now() + 10_000; Date.now() < deadline; await pause(20)) {
    if (await saysPong(port)) return { url: `redis://127.0.0.1:${port}`, stop: () => (server.kill(), ended) };
  }
  server.kill();
  throw new Failure(
    `redis-server (${program}) does not answer: mend or remove it, its tests are then skipped by name.`,
  );
}
