import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  contradictionWords,
  DznFault,
  explainAll,
  explanationWords,
  optimise,
  readDzn,
  type Answer,
  type TimetableProblem,
} from '#meetings/timetable';
import { showProgress } from './progress-line.js';

const usage = 'usage: npm run timetable -- INSTANCE.dzn [--seconds 10] [--seed 1] [--out ANSWER.json] [--explain]';

interface Order {
  readonly file: string;
  readonly seconds: number;
  readonly seed: number;
  readonly out?: string;
  readonly explain: boolean;
}

/** One line and exit code 2: what was asked for cannot be read. */
class Unreadable extends Error {}

function orderFrom(args: string[]): Order {
  const { positionals, values } = parse(args);
  const [seconds, seed] = [Number(values.seconds), Number(values.seed)];
  if (positionals.length !== 1 || !(seconds > 0) || !Number.isInteger(seed)) throw new Unreadable(usage);
  return { file: positionals[0], seconds, seed, out: values.out, explain: values.explain };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        seconds: { type: 'string', default: '10' },
        seed: { type: 'string', default: '1' },
        out: { type: 'string' },
        explain: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new Unreadable(`${(error as Error).message.split('.')[0]}; ${usage}`);
  }
}

function problemFrom(file: string): TimetableProblem {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new Unreadable(`${file}: ${(error as NodeJS.ErrnoException).code ?? 'cannot be read'}`);
  }
  try {
    return readDzn(text);
  } catch (error) {
    if (error instanceof DznFault) throw new Unreadable(`${file}: ${error.message}`);
    throw error;
  }
}

function write(order: Order, problem: TimetableProblem, answer: Answer): void {
  const slotOf = new Map(answer.plan.placements.map(({ meeting, slot }) => [meeting, slot + 1]));
  const { placed, priorityBound, breaks, bound, proved, placementProved, seconds } = answer;
  const slots = problem.meetings.map(({ id }) => slotOf.get(id) ?? 0);
  const json = JSON.stringify({ slots, placed, priorityBound, breaks, bound, proved, placementProved, seconds });
  if (order.out) writeFileSync(order.out, `${json}\n`);
  else process.stdout.write(`${json}\n`);
}

function tell(problem: TimetableProblem, answer: Answer): void {
  const { placed, meetings, priorityBound, breaks, bound, proved, placementProved } = answer;
  // Every meeting of a published instance has priority 1, so that sums of priorities are numbers of meetings.
  const most = placementProved ? (placed < meetings ? ' (proved: no more can be)' : '') : ` (bound ${priorityBound})`;
  const verdict = proved ? 'proved' : `bound ${bound}`;
  process.stderr.write(`placed ${placed}/${meetings}${most}, breaks ${breaks} (${verdict})\n`);
  for (const contradiction of answer.contradictions) {
    process.stderr.write(`  ${contradictionWords(contradiction, problem, 'en')}\n`);
  }
}

function explainTo(problem: TimetableProblem, { plan }: Answer): void {
  for (const explanation of explainAll(problem, plan)) {
    process.stderr.write(`meeting ${explanation.meeting} has no place:\n`);
    for (const line of explanationWords(explanation, problem, 'en')) process.stderr.write(`  ${line}\n`);
  }
}

async function main(args: string[]): Promise<void> {
  const order = orderFrom(args);
  const problem = problemFrom(order.file);
  const run = optimise(problem, { now: () => performance.now(), seconds: order.seconds, seed: order.seed });
  // Ctrl-C ends the search, not the program: the best so far is still written.
  process.once('SIGINT', () => run.stop());
  await showProgress(run.progress, process.stderr);
  const answer = await run.answer;
  write(order, problem, answer);
  tell(problem, answer);
  if (order.explain) explainTo(problem, answer);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Unreadable)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
