import { fileURLToPath } from 'node:url';
import { build, built } from './build.mjs';
import { checkout, requireWritable } from './data-dir.mjs';
import { reportAndExit } from './failure.mjs';
import { install, installed } from './packages.mjs';
import { Progress } from './progress.mjs';

/** Packages and compiled sources, made only when they are not those of the checkout as it stands. */
export async function prepare(progress, extent) {
  if (!installed(checkout, extent)) {
    requireWritable(checkout, 'where the packages are installed');
    await progress.step('packages installed', () => install(checkout, extent));
  }
  if (!built(checkout)) {
    requireWritable(checkout, 'where the sources are compiled to');
    await progress.step('sources compiled', () => build(checkout));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  prepare(new Progress(), { forTests: true }).catch(reportAndExit);
