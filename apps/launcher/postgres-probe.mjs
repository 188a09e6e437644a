import { connect } from 'node:net';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

function startupMessage(user) {
  const words = Buffer.from(`user\0${user}\0database\0postgres\0\0`);
  const head = Buffer.alloc(8);
  head.writeInt32BE(words.length + 8, 0);
  head.writeInt32BE(3 << 16, 4);
  return Buffer.concat([head, words]);
}

/** What a server says to a newcomer: `ready`, `starting` (or stopping), or `silent` when none speaks PostgreSQL there. */
export function greet(port, user) {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1');
    const answer = (word) => {
      socket.destroy();
      done(word);
    };
    socket.setTimeout(2000, () => answer('silent'));
    socket.once('error', () => answer('silent'));
    socket.once('close', () => done('silent'));
    socket.once('connect', () => socket.write(startupMessage(user)));
    socket.once('data', (data) => {
      if (data[0] === 'R'.charCodeAt(0)) return answer('ready');
      answer(data[0] === 'E'.charCodeAt(0) ? 'starting' : 'silent');
    });
  });
}

/** The server that the data directory's own note speaks of, if that process lives and is a PostgreSQL. */
export function survivor(cluster) {
  let lines;
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
  const pid = Number(lines[0]);
  return isPostgres(pid) ? { pid, port: Number(lines[3]) } : null;
}

export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  try {
    // A dead process that nobody has reaped still takes signals.
    return !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return process.platform !== 'linux';
  }
}

/** Process ids are used again: the note of a server that died may name a stranger. */
function isPostgres(pid) {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
}
