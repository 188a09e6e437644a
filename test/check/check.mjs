// npm run check                  every gate, one readable list, exit 1 when any failed
// npm run check -- lint floors   only these
// --built                        dist/ is up to date: what runs the product does not compile it again
// --root DIR                     judge another tree (the samples of check.spec.ts); --json prints findings by gate
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gates } from './gates.mjs';

const { values: options, positionals: names } = parseArgs({
  allowPositionals: true,
  options: {
    root: { type: 'string' },
    built: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const root = path.resolve(options.root ?? path.join(import.meta.dirname, '../..'));

const unknown = names.filter((name) => !gates.some((gate) => gate.name === name));
if (unknown.length) {
  console.error(`No gate is called ${unknown.join(', ')}. There are: ${gates.map((gate) => gate.name).join(', ')}.`);
  process.exit(2);
}

/** A gate that breaks down has failed: its error is the finding. */
async function judge(gate) {
  const started = performance.now();
  const findings = await gate
    .run(root, options)
    .catch((error) => [`the gate itself broke down: ${error.stack ?? error}`]);
  return { name: gate.name, findings, seconds: (performance.now() - started) / 1000 };
}

/** Two at a time: most gates are one process that keeps one core busy. */
function judgeAll(chosen) {
  const waiting = chosen.map((gate) => {
    let settle;
    const verdict = new Promise((resolve) => (settle = resolve));
    return { gate, settle, verdict };
  });
  const queue = [...waiting];
  const lane = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) next.settle(await judge(next.gate));
  };
  void lane();
  void lane();
  return waiting.map((entry) => entry.verdict);
}

function print({ name, findings, seconds }) {
  console.log(`${name.padEnd(12)} ${findings.length ? 'failed' : 'ok    '} ${seconds.toFixed(1).padStart(6)} s`);
  for (const finding of findings) console.log(finding.replace(/^/gm, '    '));
}

const verdicts = [];
for (const pending of judgeAll(gates.filter((gate) => !names.length || names.includes(gate.name)))) {
  const verdict = await pending;
  verdicts.push(verdict);
  if (!options.json) print(verdict);
}
const failed = verdicts.filter((verdict) => verdict.findings.length);
if (options.json) console.log(JSON.stringify(Object.fromEntries(verdicts.map((v) => [v.name, v.findings])), null, 2));
else
  console.log(failed.length ? `\n${failed.length} of ${verdicts.length} gates failed` : `\nall ${verdicts.length} ok`);
process.exitCode = failed.length ? 1 : 0;
