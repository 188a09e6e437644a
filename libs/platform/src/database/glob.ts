import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const libs = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

/** URLs of the libs' compiled files whose path holds the part (`.entity.js`, `/migrations/`), sorted. */
export async function glob(part: string): Promise<string[]> {
  const entries = await readdir(libs, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.js') && !entry.name.includes('spec.'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => file.includes(part))
    .sort()
    .map((file) => pathToFileURL(file).href);
}
