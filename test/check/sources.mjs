import fs from 'node:fs';
import path from 'node:path';

const skipped = new Set(['dist', 'node_modules', 'test/check/samples']);

/** Every file of code in the tree, by its path from the root. */
export function sourcesOf(root, place = '.') {
  return fs.readdirSync(path.join(root, place), { withFileTypes: true }).flatMap((entry) => {
    const inner = path.join(place, entry.name);
    if (entry.isDirectory()) return entry.name.startsWith('.') || skipped.has(inner) ? [] : sourcesOf(root, inner);
    return /\.(ts|tsx|mjs|cjs)$/.test(entry.name) ? [inner] : [];
  });
}
