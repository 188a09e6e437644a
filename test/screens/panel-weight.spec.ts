import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const built = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../panel');

/** In bytes, compressed as every proxy can. */
const most = 200 * 1024;

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}

const chunks = JSON.parse(readFileSync(path.join(built, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;
const screens = Object.keys(chunks).filter((name) => name.endsWith('.screen.tsx'));

/** A module and all that it imports at once. */
function closure(name: string, found = new Set<string>()): Set<string> {
  if (found.has(name)) return found;
  found.add(name);
  for (const other of chunks[name].imports ?? []) closure(other, found);
  return found;
}

const weight = (names: Iterable<string>): number =>
  [...names].reduce((sum, name) => sum + gzipSync(readFileSync(path.join(built, chunks[name].file))).length, 0);

it('at least the first screens are weighed', () => {
  expect(screens.length).toBeGreaterThan(2);
});

it.each(screens)('opened first, %s fetches at most 200 KB of script', (screen) => {
  const bytes = weight(closure(screen, closure('index.html')));
  expect(bytes > most ? `${bytes} bytes` : 'light enough').toBe('light enough');
});
