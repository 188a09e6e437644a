import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDzn, type TimetableProblem } from '../../../libs/meetings/src/timetable/index.js';
import { events } from './generator.js';

/** What to measure: a published file, or an event of our own with its seed. */
export type Case =
  | { readonly file: string; readonly seconds: number; readonly seed: number }
  | { readonly event: string; readonly seconds: number; readonly seed: number };

export function problemOf(one: Case): TimetableProblem {
  return 'file' in one ? readDzn(readFileSync(one.file, 'utf8')) : events[one.event](one.seed);
}

export function nameOf(one: Case): string {
  return 'file' in one ? one.file.replace(/^.*\//, '').replace(/\.dzn$/, '') : `${one.event} #${one.seed}`;
}

/** Seconds that the bars allow, by kind of event. */
const allowed: Readonly<Record<string, number>> = {
  S: 15,
  M: 60,
  'M as published': 60,
  'M tight': 60,
  L: 60,
  XL: 60,
  oversubscribed: 15,
  hubs: 60,
  'GORE Ejecutivo': 15,
};

/** The events of our own for these seeds, then every `.dzn` of the folder. */
export function casesFrom(seeds: readonly number[], folder?: string, only?: RegExp): Case[] {
  const own = Object.keys(events).flatMap((event) =>
    seeds.map((seed): Case => ({ event, seed, seconds: allowed[event] })),
  );
  const files = folder && existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.dzn')) : [];
  const published = files
    .sort()
    .flatMap((name) => seeds.map((seed): Case => ({ file: join(folder!, name), seed, seconds: 30 })));
  return [...own, ...published].filter((one) => !only || only.test(nameOf(one)));
}
