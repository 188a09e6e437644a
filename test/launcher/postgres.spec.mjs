import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { chmodSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../../apps/launcher/postgres.mjs';
import { isAlive } from '../../apps/launcher/postgres-probe.mjs';
import { scratch } from './stand-in.mjs';

async function ask(server, ...statements) {
  const client = new pg.Client({ connectionString: server.url('postgres') });
  await client.connect();
  try {
    let answer;
    for (const statement of statements) answer = await client.query(statement);
    return answer.rows;
  } finally {
    await client.end();
  }
}

async function ended(pid) {
  while (isAlive(pid)) await new Promise((done) => setTimeout(done, 20));
}

describe('the embedded PostgreSQL', () => {
  let place;
  let server;
  const start = async () => (server = await startPostgres(place.directory, { sync: false }));

  beforeAll(() => (place = scratch()));
  afterEach(() => server.stop());
  afterAll(() => place.remove());

  it('recovers what was committed when it was killed itself', async () => {
    await start();
    await ask(server, 'CREATE TABLE kept AS SELECT 7 AS number');
    process.kill(server.pid, 'SIGKILL');
    await ended(server.pid);
    await start();
    expect([server.adopted, await ask(server, 'SELECT number FROM kept')]).toEqual([false, [{ number: 7 }]]);
  });

  it('is taken over while it runs, without being started again', async () => {
    const first = await start();
    const second = await start();
    expect([second.adopted, second.pid, second.port]).toEqual([true, first.pid, first.port]);
  });

  it('starts although the note of a dead server names a process that lives', async () => {
    await start();
    await server.stop();
    const note = [process.pid, join(server.home, 'cluster'), 0, server.port, '', '127.0.0.1', '', 'ready'];
    writeFileSync(join(server.home, 'cluster/postmaster.pid'), `${note.join('\n')}\n`);
    await start();
    expect(server.adopted).toBe(false);
  });

  it('keeps its port, and finds another when somebody took it meanwhile', async () => {
    const first = await start();
    await server.stop();
    const same = await start();
    await server.stop();
    const other = createServer();
    await new Promise((done) => other.listen(first.port, '127.0.0.1', done));
    const moved = await start();
    await new Promise((done) => other.close(done));
    expect([same.port === first.port, moved.port === first.port]).toEqual([true, false]);
  });

  it('offers the extensions that the product needs, and lets nobody in without the password', async () => {
    await start();
    const extensions = ['btree_gist', 'citext', 'pg_trgm', 'unaccent'];
    await ask(server, ...extensions.map((name) => `CREATE EXTENSION ${name}`));
    expect(await ask(server, "SELECT extname FROM pg_extension WHERE extname <> 'plpgsql' ORDER BY 1")).toEqual(
      extensions.map((extname) => ({ extname })),
    );
    const stranger = new pg.Client({ connectionString: server.url('postgres').replace(/:[0-9a-f]+@/, ':guessed@') });
    await expect(stranger.connect()).rejects.toMatchObject({ code: '28P01' });
  });
});

const asRoot = process.getuid?.() === 0 ? it : it.skip;

asRoot('PostgreSQL started by root from a folder that only root may enter lives where its account can', async () => {
  const place = scratch();
  chmodSync(place.directory, 0o700);
  const { home, stop } = await startPostgres(place.directory, { sync: false });
  await stop();
  const owner = statSync(home).uid;
  rmSync(dirname(home), { recursive: true });
  place.remove();
  expect([home.startsWith(place.directory), owner === 0]).toEqual([false, false]);
});
