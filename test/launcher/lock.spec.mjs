import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkout } from '../../apps/launcher/data-dir.mjs';
import { holderOf, takeLock } from '../../apps/launcher/lock.mjs';
import { command, scratch } from './stand-in.mjs';

describe('the lock of a data directory', () => {
  let place;

  beforeEach(() => (place = scratch()));
  afterEach(() => place.remove());

  it('is held by one, who says who it is', async () => {
    const mine = await takeLock(place.directory, 'process 1');
    const theirs = await takeLock(place.directory, 'process 2');
    mine.release();
    expect(theirs).toEqual({ holder: 'process 1' });
    expect(await holderOf(place.directory)).toBe(null);
  });

  it('falls to the next when its holder is killed', async () => {
    const lock = pathToFileURL(join(checkout, 'apps/launcher/lock.mjs')).href;
    const hold = `import('${lock}').then(async (l) => { await l.takeLock('${place.directory}', 'it'); console.log('held'); setInterval(() => 0, 1e6); })`;
    const holder = command('', { args: ['-e', hold] });
    await holder.said('held');
    expect(await holderOf(place.directory)).toBe('it');
    holder.kill('SIGKILL');
    await holder.ended;
    const mine = await takeLock(place.directory, 'me');
    mine.release();
    expect(mine.holder).toBe(undefined);
  });
});
