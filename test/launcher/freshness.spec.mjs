import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { built, panelBuilt, panelDigest, pruneOrphans, sourcesDigest } from '../../apps/launcher/build.mjs';
import { installed } from '../../apps/launcher/packages.mjs';
import { scratch } from './stand-in.mjs';

let place;

beforeEach(() => (place = scratch()));
afterEach(() => place.remove());

function write(path, content) {
  const file = join(place.directory, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

describe('packages are installed', () => {
  const lock = (packages) => write('package-lock.json', JSON.stringify({ packages }));
  const record = (packages) => write('node_modules/.package-lock.json', JSON.stringify({ packages }));

  it('not before npm wrote its record, which it does last', () => {
    lock({ '': {}, 'node_modules/pg': { version: '8.0.0' } });
    mkdirSync(join(place.directory, 'node_modules/pg'), { recursive: true });
    expect(installed(place.directory)).toBe(false);
  });

  it('when every package of the lock is there in its version', () => {
    lock({ '': {}, 'node_modules/pg': { version: '8.0.0' } });
    record({ 'node_modules/pg': { version: '8.0.0' } });
    expect(installed(place.directory)).toBe(true);
  });

  it('no longer when the lock asks for another version', () => {
    lock({ '': {}, 'node_modules/pg': { version: '8.1.0' } });
    record({ 'node_modules/pg': { version: '8.0.0' } });
    expect(installed(place.directory)).toBe(false);
  });

  it('for the product without those that serve only tests, and for tests with them', () => {
    lock({ 'node_modules/pg': { version: '8.0.0' }, 'node_modules/jest': { version: '30.0.0', dev: true } });
    record({ 'node_modules/pg': { version: '8.0.0' } });
    expect([installed(place.directory), installed(place.directory, { forTests: true })]).toEqual([true, false]);
  });

  it('also without the optional packages of other systems', () => {
    lock({ 'node_modules/pg': { version: '8.0.0' }, 'node_modules/mac-only': { version: '1.0.0', optional: true } });
    record({ 'node_modules/pg': { version: '8.0.0' } });
    expect(installed(place.directory)).toBe(true);
  });
});

describe('sources are compiled', () => {
  function sources() {
    for (const file of ['tsconfig.json', 'package-lock.json', 'libs/kernel/src/id.ts']) write(file, '');
    write('dist/.built', sourcesDigest(place.directory));
  }

  it('while none changed', () => {
    sources();
    expect(built(place.directory)).toBe(true);
  });

  it('no longer when one was touched', () => {
    sources();
    utimesSync(join(place.directory, 'libs/kernel/src/id.ts'), 1, 1);
    expect(built(place.directory)).toBe(false);
  });

  it('no longer when one was added', () => {
    sources();
    write('apps/api/main.ts', '');
    expect(built(place.directory)).toBe(false);
  });

  it('and what was compiled from a source that is gone goes too', () => {
    sources();
    const kept = write('dist/libs/kernel/src/id.js', '');
    const orphan = write('dist/libs/kernel/src/gone.spec.js', '');
    pruneOrphans(place.directory);
    expect([existsSync(kept), existsSync(orphan)]).toEqual([true, false]);
  });
});

describe('the panel is built', () => {
  function panel() {
    for (const file of ['package-lock.json', 'apps/panel/vite.config.ts', 'apps/panel/src/main.tsx']) write(file, '');
    write('apps/api/words.es.json', '{}');
    write('dist/.panel-built', panelDigest(place.directory));
  }

  it('while nothing of it changed', () => {
    panel();
    expect(panelBuilt(place.directory)).toBe(true);
  });

  it.each(['apps/panel/src/main.tsx', 'apps/api/words.es.json'])('no longer when %s was touched', (file) => {
    panel();
    utimesSync(join(place.directory, file), 1, 1);
    expect(panelBuilt(place.directory)).toBe(false);
  });

  it('and does not count among what the compiler reads', () => {
    write('tsconfig.json', '');
    panel();
    const before = sourcesDigest(place.directory);
    write('apps/panel/src/other.tsx', '');
    expect(sourcesDigest(place.directory)).toBe(before);
  });
});
