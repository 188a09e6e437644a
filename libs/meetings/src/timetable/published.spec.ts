import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readDzn } from './dzn.js';
import { optimise } from './optimiser/optimise.js';
import type { TimetableProblem } from './problem.js';

// The published instances carry no licence and stand beside the repository, not in it, as does the judge that shares no code.
const folder = resolve('../shared/data/b2b');
const judgeFile = resolve('../shared/tools/timetable-check.mjs');
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.dzn')) : [];
const whenThere = files.length > 0 && existsSync(judgeFile) ? it : it.skip;

interface Judge {
  readInstance(text: string): unknown;
  judge(
    instance: unknown,
    slots: readonly number[],
  ): { placed: number; breaks: number; broken: number; spread: number };
}

/** Slots from 1 in the order of the file, 0 where a meeting has none. */
async function answerFor(problem: TimetableProblem): Promise<{ slots: number[]; placed: number; breaks: number }> {
  const { plan, placed, breaks } = await optimise(problem, { now: () => 0, steps: 60_000, threads: false }).answer;
  const slotOf = new Map(plan.placements.map(({ meeting, slot }) => [meeting, slot + 1]));
  return { slots: problem.meetings.map(({ id }) => slotOf.get(id) ?? 0), placed, breaks };
}

describe('published instances', () => {
  whenThere.each(files.length > 0 ? files : ['(the data is not at hand)'])(
    '%s is answered as the independent judge counts it (skipped where the data is not at hand)',
    async (file) => {
      const independent = (await import(pathToFileURL(judgeFile).href)) as Judge;
      const text = readFileSync(join(folder, file), 'utf8');
      const { slots, placed, breaks } = await answerFor(readDzn(text));
      expect(independent.judge(independent.readInstance(text), slots)).toMatchObject({ placed, breaks, broken: 0 });
    },
  );
});
