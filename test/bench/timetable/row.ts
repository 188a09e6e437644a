import { optimise, verify, type Progress } from '../../../libs/meetings/src/timetable/index.js';
import { nameOf, problemOf, type Case } from './cases.js';

/** What was measured of one case. Times in seconds since the search began; `cpu` is processor time of all threads. */
export interface Row {
  readonly name: string;
  readonly people: number;
  readonly meetings: number;
  readonly slots: number;
  readonly placed: number;
  readonly worst: number;
  readonly breaks: number;
  readonly bound: number;
  readonly proved: boolean;
  readonly placementProved: boolean;
  /** When the first timetable stood, when the final number of breaks was reached, and when all was over. */
  readonly first: number;
  readonly value: number;
  readonly end: number;
  readonly cpu: number;
  readonly millionMovesPerSecond: number;
  readonly megabytes: number;
  /** Rules that the plan breaks: must be 0. */
  readonly broken: number;
}

/** Runs one case in this process. */
export async function measure(one: Case): Promise<Row> {
  const problem = problemOf(one);
  const run = optimise(problem, { now: () => performance.now(), seconds: one.seconds, seed: one.seed });
  const seen: Progress[] = [];
  for await (const progress of run.progress) seen.push(progress);
  const answer = await run.answer;
  const { user, system } = process.cpuUsage();
  const value = seen.find(({ placed, breaks }) => placed === answer.placed && breaks <= answer.breaks);
  return {
    name: nameOf(one),
    people: problem.parties.length,
    meetings: problem.meetings.length,
    slots: problem.slots.length,
    placed: answer.placed,
    worst: answer.worst,
    breaks: answer.breaks,
    bound: answer.bound,
    proved: answer.proved,
    placementProved: answer.placementProved,
    first: seen[0]?.seconds ?? answer.seconds,
    value: value?.seconds ?? answer.seconds,
    end: answer.seconds,
    cpu: (user + system) / 1e6,
    millionMovesPerSecond: answer.moves / 1e6 / answer.seconds,
    megabytes: process.resourceUsage().maxRSS / 1024,
    broken: verify(problem, answer.plan).length,
  };
}
