import { createHash } from 'node:crypto';
import { realpathSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// A listening socket is the lock: the kernel grants it to one process and takes it back when that process dies,
// however it dies. A file with a process id in it would need guessing after a kill -9.
function addressOf(directory) {
  const name = `tinkuy-${createHash('sha256').update(realpathSync(directory)).digest('hex').slice(0, 24)}`;
  if (process.platform === 'linux') return `\0${name}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  return join(tmpdir(), `${name}.sock`);
}

function listen(address, words) {
  return new Promise((done) => {
    const server = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.end(words);
    });
    server.once('error', () => done(null));
    server.listen(address, () => {
      server.unref();
      done(server);
    });
  });
}

/** What the holder of the lock says of itself, or null when nobody holds it. */
export function holderOf(directory) {
  return new Promise((done) => {
    let words = '';
    const socket = connect(addressOf(directory));
    socket.setTimeout(2000, () => socket.destroy(new Error('silent')));
    socket.setEncoding('utf8').on('data', (data) => (words += data));
    socket.once('end', () => done(words));
    socket.once('error', (error) => done(error.message === 'silent' ? 'does not answer' : null));
  });
}

/** Takes the lock of a directory: `{ release }`, or `{ holder }` with what its holder says of itself. */
export async function takeLock(directory, words) {
  const address = addressOf(directory);
  for (let attempt = 0; attempt < 3; attempt++) {
    const server = await listen(address, words);
    if (server) return { release: () => server.close() };
    const holder = await holderOf(directory);
    if (holder !== null) return { holder };
    // Only a socket in the file system outlives its process.
    if (address.startsWith('/')) rmSync(address, { force: true });
  }
  return { holder: 'cannot be reached' };
}
