import { fileURLToPath } from 'node:url';
import { build, buildPanel, built, panelBuilt } from './build.mjs';
import { checkout, requireWritable } from './data-dir.mjs';
import { reportAndExit } from './failure.mjs';
import { install, installed } from './packages.mjs';
import { Progress } from './progress.mjs';

/** The packages of the lock, installed only when others or none are there. */
export async function preparePackages(progress, extent) {
  if (installed(checkout, extent)) return;
  requireWritable(checkout, 'where the packages are installed');
  await progress.step('packages installed', () => install(checkout, extent));
}

/** Compiled sources and the built panel, side by side, made only when they are not those of the checkout as it stands. */
export async function prepareBuild(progress) {
  const [isBuilt, isPanelBuilt] = [built(checkout), panelBuilt(checkout)];
  if (isBuilt && isPanelBuilt) return;
  requireWritable(checkout, 'where the sources are compiled to');
  const what = isPanelBuilt ? 'sources compiled' : isBuilt ? 'panel built' : 'sources compiled, panel built';
  await progress.step(what, async () => {
    await Promise.all([isBuilt || build(checkout), isPanelBuilt || buildPanel(checkout)]);
  });
}

export async function prepare(progress, extent) {
  await preparePackages(progress, extent);
  await prepareBuild(progress);
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  prepare(new Progress(), { forTests: true }).catch(reportAndExit);
