import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { greet } from '../../apps/launcher/postgres-probe.mjs';
import { standIn } from './stand-in.mjs';

const linesWith = (output, words) => output.split('\n').filter((line) => line.includes(words));
const lastLine = (output) => output.trim().split('\n').at(-1);

describe('npm start', () => {
  let product;

  beforeAll(async () => (product = await standIn()));
  beforeEach(() => product.forget());
  afterAll(() => product.remove());

  it('tells a newcomer where everything is, and on Ctrl-C stops it in order', async () => {
    const launcher = product.start();
    const output = await launcher.said('Stop ');
    const url = `http://localhost:${product.port}`;
    expect(linesWith(output, url).map((line) => line.trim().split(/\s{2,}/))).toEqual([
      ['Public page', `${url}/`],
      ['Panel', `${url}/panel`],
      ['GraphiQL', `${url}/graphiql`],
      ['GraphQL', `${url}/graphql`],
      ['Mailbox', `${url}/buzon`],
    ]);
    expect(await (await fetch(url)).text()).toBe('here');

    launcher.kill('SIGINT');
    const { code, output: all } = await launcher.ended;
    expect(linesWith(all, 'stopping').map((line) => line.trim())).toEqual([
      'stopping worker',
      'stopping api',
      'stopping PostgreSQL',
    ]);
    expect({ code, diary: product.diary() }).toEqual({ code: 0, diary: ['worker closed', 'api closed'] });
    const databasePort = Number(readFileSync(join(product.directory, '.tinkuy/postgres/port'), 'utf8'));
    expect(await greet(databasePort, 'tinkuy')).toBe('silent');
  });

  it('loses nothing and takes the database over when its forerunner was killed', async () => {
    const killed = product.start();
    await killed.said('(run 2)');
    await killed.said('Stop ');
    killed.kill('SIGKILL');
    await killed.ended;

    const launcher = product.start();
    const output = await launcher.said('Stop ');
    launcher.kill('SIGTERM');
    await launcher.ended;
    expect(linesWith(output, 'taken over from a launcher that was killed').length).toBe(1);
    expect(linesWith(output, '(run 3)').length).toBe(1);
  });

  it('refuses to run twice on the same data, and to wipe them meanwhile', async () => {
    const data = join(product.directory, '.tinkuy');
    const first = product.start();
    await first.said('Stop ');
    const holder = /\((process \d+, port \d+)\)/;
    const second = await product.start().ended;
    const reset = await product.reset().ended;
    expect([second.code, lastLine(second.output).replace(holder, '()')]).toEqual([
      1,
      `Tinkuy runs already on ${data} (): use that one, stop it with Ctrl-C, or choose another place: TINKUY_DATA=/some/folder PORT=3001 npm start`,
    ]);
    expect([reset.code, lastLine(reset.output).replace(holder, '()')]).toEqual([
      1,
      `Tinkuy runs on ${data} (): stop it with Ctrl-C, then reset.`,
    ]);

    first.kill('SIGINT');
    await first.ended;
    const unasked = await product.reset().ended;
    expect([unasked.code, existsSync(join(data, 'postgres'))]).toEqual([1, true]);
    const wiped = await product.reset('--yes').ended;
    expect([wiped.code, existsSync(data)]).toEqual([0, false]);
  });
});

describe('npm start on a database that the caller gave', () => {
  // Given an address, the launcher starts no database: that much sooner is the rest told.
  const env = { DATABASE_URL: process.env.TEST_DATABASE_URL };
  let product;

  afterEach(() => product.remove());

  it('stops the rest and says who it was when a process ends by itself', async () => {
    product = await standIn({
      'worker/main.js': 'process.send({ ready: true }); setTimeout(() => process.exit(7), 1500);',
    });
    const { code, output } = await product.start(env).ended;
    const log = join(product.directory, '.tinkuy/worker.log');
    expect([code, linesWith(output, 'by itself')]).toEqual([
      1,
      [`worker stopped by itself (exit code 7): the reason stands at the end of ${log}`],
    ]);
    expect(product.diary()).toEqual(['api closed']);
  });

  it("shows a process's own words when it does not become ready", async () => {
    product = await standIn({ 'api/main.js': "console.error('PORT is wrong'); process.exit(1);" });
    const { code, output } = await product.start(env).ended;
    expect([code, lastLine(output)]).toEqual([1, 'PORT is wrong']);
  });

  it('passes on in one line that the database is newer than the code', async () => {
    product = await standIn({
      'database/migrate.js': "console.error('The database has a newer schema: update.'); process.exitCode = 3;",
    });
    const { code, output } = await product.start(env).ended;
    expect([code, lastLine(output)]).toEqual([1, 'The database has a newer schema: update.']);
  });
});
