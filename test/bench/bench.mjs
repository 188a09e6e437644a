// npm run bench                     the agenda (W1), with its ratios, written to test/bench/history
// npm run bench -- NAME [args]      one of the benches below
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, buildPanel, panelBuilt } from '../../apps/launcher/build.mjs';
import { checkout } from '../../apps/launcher/data-dir.mjs';
import { reportAndExit, Failure } from '../../apps/launcher/failure.mjs';

const benches = ['agenda', 'pages', 'panel', 'people', 'timetable'];

async function bench(name = 'agenda', ...args) {
  if (!benches.includes(name)) throw new Failure(`No bench is called ${name}. There are: ${benches.join(', ')}.`);
  await build(checkout);
  if (!panelBuilt(checkout)) await buildPanel(checkout);
  const entry = join(checkout, 'dist/test/bench', name, 'bench.js');
  if (!existsSync(entry)) throw new Failure(`The bench ${name} is not in this checkout: ${entry} is missing.`);
  const { run } = await import(pathToFileURL(entry).href);
  await run(args);
}

await bench(...process.argv.slice(2)).catch(reportAndExit);
