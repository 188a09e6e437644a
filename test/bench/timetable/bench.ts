import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { casesFrom, type Case } from './cases.js';
import { measureLive } from './live.js';
import { measure, type Row } from './row.js';

const bars = [
  'B1  20 originals: all placed in 0.1 s, optimum proved in 10 s at worst, median to value 1 s, nobody above 2 breaks',
  'B2  all published files closed in 15 s at worst',
  'B3  M closed in 60 s; L within 10 % of the bound in 60 s',
  'B4  XL: all placeable placed in 1 s; breaks at most 1.15 x bound after 60 s; at most 500 MB',
];

/**
 * `npm run bench -- timetable [FOLDER] [--seeds 3] [--only PATTERN] [--seconds N]`: a row for each event of our own and each
 * published `.dzn` of the folder, every case in a process of its own, then the bars and the live figures.
 */
export async function run(args: string[]): Promise<void> {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { seeds: { type: 'string', default: '1' }, only: { type: 'string' }, seconds: { type: 'string' } },
  });
  const seeds = Array.from({ length: Number(values.seeds) }, (_, i) => i + 1);
  const cases = casesFrom(seeds, positionals[0], values.only === undefined ? undefined : new RegExp(values.only));
  if (cases.length === 0)
    throw new Error(`No instance is called like ${values.only}: names are such as "M #1" or "tic-12"`);
  console.log(head);
  const rows: Row[] = [];
  for (const one of cases) {
    const row = await inOwnProcess({ ...one, ...(values.seconds ? { seconds: Number(values.seconds) } : {}) });
    rows.push(row);
    console.log(lineOf(row));
  }
  console.log(`\n${summary(rows)}\n\n${bars.join('\n')}`);
  if (values.only === undefined) for (const line of await measureLive()) console.log(line);
}

const columns = [
  'people',
  'meet.',
  'slots',
  'placed',
  'worst',
  'breaks',
  'bound',
  'proved',
  'first s',
  'value s',
  'end s',
  'cpu s',
  'M/s',
  'MB',
];
const head = `${'instance'.padEnd(30)}${columns.map((name) => name.padStart(8)).join('')}`;

function lineOf(row: Row): string {
  const proof = row.proved ? 'yes' : row.placed < row.meetings && row.placementProved ? 'placed' : 'no';
  const cells = [
    ...[row.people, row.meetings, row.slots, row.placed, row.worst, row.breaks, row.bound],
    proof,
    ...[row.first, row.value, row.end, row.cpu].map((seconds) => seconds.toFixed(2)),
    row.millionMovesPerSecond.toFixed(1),
    Math.round(row.megabytes),
  ];
  const fault = row.broken > 0 ? `  BREAKS ${row.broken} RULES` : '';
  return `${row.name.padEnd(30)}${cells.map((cell) => String(cell).padStart(8)).join('')}${fault}`;
}

function summary(rows: readonly Row[]): string {
  const proved = rows.filter((row) => row.proved);
  const figures = (name: string, numbers: readonly number[]): string => {
    const inOrder = [...numbers].sort((a, b) => a - b);
    if (inOrder.length === 0) return `${name}: none`;
    return `${name}: median ${inOrder[inOrder.length >> 1].toFixed(2)} s, worst ${inOrder.at(-1)!.toFixed(2)} s`;
  };
  return [
    `${proved.length} of ${rows.length} proved; ${rows.filter((row) => row.broken > 0).length} with a broken rule`,
    figures(
      'first timetable',
      rows.map((row) => row.first),
    ),
    figures(
      'to value (proved ones)',
      proved.map((row) => row.value),
    ),
    figures(
      'to proof',
      proved.map((row) => row.end),
    ),
    figures(
      'processor seconds to proof',
      proved.map((row) => row.cpu),
    ),
  ].join('\n');
}

/** Memory is a matter of the whole process, so each case has its own. */
function inOwnProcess(one: Case): Promise<Row> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), ['--case', JSON.stringify(one)]);
    child.once('message', (row) => resolve(row as Row));
    child.once('exit', (code) => reject(new Error(`The case ended with ${code}: ${JSON.stringify(one)}`)));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const args = process.argv.slice(2);
  if (args[0] === '--case') process.send!(await measure(JSON.parse(args[1]) as Case));
  else await run(args);
}
