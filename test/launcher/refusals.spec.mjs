import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer } from 'node:net';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../../apps/launcher/data-dir.mjs';
import { wrongNode } from '../../apps/launcher/node-version.mjs';
import { command, scratch } from './stand-in.mjs';

const start = join(checkout, 'apps/launcher/start.mjs');

describe('npm start refuses in one line that says how to mend it', () => {
  let place;

  beforeEach(() => (place = scratch()));
  afterEach(() => place.remove());

  const refusal = async (env, args) => {
    const { code, output } = await command(start, { env: { TINKUY_DATA: place.directory, ...env }, args }).ended;
    return { code, line: output.trim() };
  };

  it('a port that another program holds', async () => {
    const other = createServer();
    await new Promise((done) => other.listen(0, '127.0.0.1', done));
    const { port } = other.address();
    const answer = await refusal({ PORT: String(port) });
    await new Promise((done) => other.close(done));
    expect(answer).toEqual({
      code: 1,
      line: `Port ${port} is taken by another program: stop that program, or choose another port: PORT=${port + 1} npm start`,
    });
  });

  it('a port that is none', async () => {
    expect(await refusal({ PORT: '99999' })).toEqual({
      code: 1,
      line: 'PORT must be a whole number from 1 to 65535, not "99999": for instance PORT=3001 npm start',
    });
  });

  it('a folder that it cannot write to', async () => {
    writeFileSync(join(place.directory, 'file'), '');
    const below = join(place.directory, 'file/data');
    expect(await refusal({ TINKUY_DATA: below })).toEqual({
      code: 1,
      line: `Cannot write to ${below}, where the data lives (ENOTDIR): give this user the right to write there, or choose another place: TINKUY_DATA=/some/folder npm start`,
    });
  });

  it('a Node that is too old', async () => {
    const old = 'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "18.20.4" } })';
    expect(await refusal({}, ['--import', `data:text/javascript,${old}`])).toEqual({
      code: 1,
      line: 'Tinkuy needs Node 20.19 or newer and this is 18.20.4: install a newer one from https://nodejs.org and run the command again.',
    });
  });
});

it.each([
  ['20.18.3', false],
  ['20.19.0', true],
  ['20.20.2', true],
  ['22.0.0', true],
  ['9.20.0', false],
])('Node %s is new enough: %s', (version, enough) => {
  expect(wrongNode(version) === null).toBe(enough);
});
