import type { Instance } from '../instance.js';
import { Omissions, type Core } from '../omissions.js';

/** As numbers alone, for memory that threads share: cores, each with its size, then what may be left out, each after its length. */
export function packed({ cores, optional }: Omissions): number[] {
  const may = [...optional.keys()].filter((m) => optional[m]);
  return [
    cores.length,
    ...cores.flatMap(({ meetings, surpluses, least, most }) => [
      least,
      most,
      meetings.length,
      ...meetings,
      surpluses.length,
      ...surpluses.flatMap(({ core, count }) => [core, count]),
    ]),
    may.length,
    ...may,
  ];
}

/** `priority`: the sum that is left out. */
export function unpacked(instance: Instance, words: Int32Array, priority: number): Omissions {
  let at = 0;
  const list = <T>(one: () => T): T[] => Array.from({ length: words[at++] }, one);
  const next = (): number => words[at++];
  const cores = list((): Core => {
    const [least, most] = [next(), next()];
    return { least, most, meetings: list(next), surpluses: list(() => ({ core: next(), count: next() })) };
  });
  return new Omissions(instance, cores, list(next), priority);
}
