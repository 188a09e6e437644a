import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { filesUnder } from './build.mjs';

/** What a step answers that had nothing to do. */
export const asLeft = 'as it was left';

const migrations = /[\\/](migrations|data)[\\/]|[\\/]apps[\\/]database[\\/]/;

/** A digest of what migrating reads: the migrations, the reference data and the command itself. */
function digestOf(checkout) {
  const files = ['libs', 'apps'].flatMap((root) => filesUnder(join(checkout, root), () => true));
  const hash = createHash('sha256');
  for (const file of files.filter((path) => migrations.test(path)).sort()) {
    hash.update(`${relative(checkout, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/**
 * Does a step unless it was done before on this embedded database with the same sources. The mark stands beside the database and goes with
 * it; without an embedded database (`home` is undefined) nothing is known, and the step is always done.
 */
export async function oncePerSources({ home, name, checkout, step }) {
  const digest = digestOf(checkout);
  const mark = home && join(home, `${name}.done`);
  if (mark && existsSync(mark) && readFileSync(mark, 'utf8') === digest) return asLeft;
  const outcome = await step();
  if (mark) writeFileSync(mark, digest);
  return outcome;
}
