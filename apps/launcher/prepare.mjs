import { fileURLToPath } from 'node:url';
import { build, buildPanel, built, panelBuilt } from './build.mjs';
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
  const [isBuilt, isPanelBuilt] = [built(checkout), panelBuilt(checkout)];
  if (isBuilt && isPanelBuilt) return;
  requireWritable(checkout, 'where the sources are compiled to');
  const what = isPanelBuilt ? 'sources compiled' : isBuilt ? 'panel built' : 'sources compiled, panel built';
  await progress.step(what, async () => {
    await Promise.all([isBuilt || build(checkout), isPanelBuilt || buildPanel(checkout)]);
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  prepare(new Progress(), { forTests: true }).catch(reportAndExit);
