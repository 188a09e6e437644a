import type { Attendee, Meeting, Party, Slot, TimetableProblem } from './problem.js';
import { Random } from './search/random.js';

interface Measures {
  readonly parties: number;
  readonly meetings: number;
  readonly slots: number;
}

/** A small problem with every kind of rule in it, for the property tests. The same seed gives the same problem. */
export function randomProblem(seed: number, most: Measures = { parties: 6, meetings: 10, slots: 6 }): TimetableProblem {
  const random = new Random(seed);
  const slots = slotsFrom(random, most.slots);
  const parties = Array.from({ length: 2 + random.below(most.parties - 1) }, (_, p) =>
    partyFrom(random, p, slots.length),
  );
  const count = 1 + random.below(most.meetings);
  return {
    slots,
    zones: Array.from({ length: 1 + random.below(2) }, (_, z) => {
      const walk = oneOf(random, [0, 5, 15]);
      return {
        id: `z${z}`,
        name: `Zone ${z}`,
        tables: oneOf(random, [0, 1, 1, 2, 2, 3]),
        walking: { z0: walk, z1: walk },
      };
    }),
    parties,
    meetings: Array.from({ length: count }, (_, m) => meetingFrom(random, m, slots.length, parties)),
    fairness: 1 + random.below(2),
  };
}

function oneOf<T>(random: Random, choices: readonly T[]): T {
  return choices[random.below(choices.length)];
}

function oneIn(random: Random, many: number): boolean {
  return random.below(many) === 0;
}

function slotsFrom(random: Random, most: number): Slot[] {
  const [count, days, gap] = [1 + random.below(most), 1 + random.below(2), oneOf(random, [0, 10])];
  return Array.from({ length: count }, (_, slot) => {
    const day = Math.floor((slot * days) / count);
    const startsAt = day * 1440 + slot * (20 + gap);
    return { label: `${slot}`, day, half: slot % 4 < 2 ? 'morning' : 'afternoon', startsAt, endsAt: startsAt + 20 };
  });
}

function partyFrom(random: Random, p: number, slots: number): Party {
  const some = (): number[] => Array.from({ length: random.below(3) }, () => random.below(slots + 1));
  const rules: Partial<Attendee> = {
    unavailable: some(),
    sessions: oneIn(random, 4) ? [{ title: 'Talk', slots: some() }] : [],
    ...(oneIn(random, 6) ? { cap: 1 + random.below(3) } : {}),
  };
  const members = [0, 1].map((k) => ({ id: `p${p}-${k}`, name: `Member ${k} of ${p}` }));
  return { id: `p${p}`, name: `Party ${p}`, ...rules, ...(oneIn(random, 4) ? { members } : {}) };
}

/** Now and then of one party alone, or of a party with itself: bad input that must be borne too. */
function meetingFrom(random: Random, m: number, slots: number, parties: readonly Party[]): Meeting {
  const sides = Array.from({ length: oneIn(random, 4) ? 3 : 2 }, () => random.below(parties.length));
  const distinct = oneIn(random, 10) ? sides : [...new Set(sides)];
  const half = oneOf(random, ['morning', 'afternoon'] as const);
  return {
    id: `m${m}`,
    sides: distinct.map((p) => ({ party: `p${p}`, ...(parties[p].members ? { attends: attendance(random, p) } : {}) })),
    priority: 1 + random.below(3),
    ...(oneIn(random, 6) ? { half } : {}),
    ...(oneIn(random, 6) ? { fixedSlot: random.below(slots) } : {}),
    ...(m > 0 && oneIn(random, 6) ? { after: [`m${random.below(m)}`] } : {}),
    ...(oneIn(random, 10) ? { zone: 'z0' } : {}),
  };
}

function attendance(random: Random, p: number): 'any' | 'all' | { member: string } {
  return oneOf(random, ['any', 'all', { member: `p${p}-0` }] as const);
}
