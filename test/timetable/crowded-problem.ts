import { example, people, slots } from '../../libs/meetings/src/timetable/example.js';
import type { Meeting, Party, Side, Slot, TimetableProblem } from '../../libs/meetings/src/timetable/problem.js';
import { Random } from '../../libs/meetings/src/timetable/search/random.js';

/** What kind of case it is: each makes another part of what is left out decide. */
interface Kind {
  /** Nearly all meet the first one, most of them nobody else. */
  readonly hub: boolean;
  /** Many meetings have a fixed slot, so that several want the same. */
  readonly fixed: boolean;
  /** Some priorities are hundreds of times the others. */
  readonly huge: boolean;
  /** The second party is a team of two with a cap. */
  readonly team: boolean;
  /** Some meetings may be in one of two zones only. */
  readonly zones: boolean;
}

/** A small event in which most often not all can be placed, with every rule that may then bind. The same for the same seed. */
export function crowdedProblem(seed: number): TimetableProblem {
  const random = new Random(seed);
  const times = slotsFrom(random);
  const kind = {
    hub: oneIn(random, 3),
    fixed: oneIn(random, 3),
    huge: oneIn(random, 3),
    team: oneIn(random, 3),
    zones: oneIn(random, 4),
  };
  const parties = people(kind.hub ? 'abcdefg' : 'abcd').map((party, p) => partyFrom(random, party, p, times, kind));
  return example({
    slots: times,
    parties,
    meetings: Array.from({ length: 5 + random.below(2) }, (_, m) => meetingFrom(random, m, parties, times, kind)),
    tables: 1 + random.below(kind.hub ? 3 : 2),
    fairness: random.below(3),
    ...(kind.zones ? { zones: ['z0', 'z1'].map((id) => ({ id, name: id, tables: 1 })) } : {}),
  });
}

function oneIn(random: Random, many: number): boolean {
  return random.below(many) === 0;
}

/** Five of one day with a noon, or three on each of two days. */
function slotsFrom(random: Random): Slot[] {
  const noon = 1 + random.below(4);
  if (oneIn(random, 2)) return [...slots(3), ...slots(3, 1)];
  return slots(5).map((slot, i) => ({ ...slot, half: i < noon ? 'morning' : 'afternoon' }));
}

function partyFrom(random: Random, party: Party, p: number, times: readonly Slot[], kind: Kind): Party {
  const away = [random.below(times.length), random.below(3 * times.length)];
  const cap = oneIn(random, 5) || (kind.team && p === 1) ? { cap: random.below(4) } : {};
  const members = kind.team && p === 1 ? { members: people('yz') } : {};
  // Those who meet the hub alone are free more often, so that some can change places.
  return { ...party, unavailable: kind.hub && p > 0 && !oneIn(random, 3) ? [] : away, ...cap, ...members };
}

function attendance(random: Random): Side['attends'] {
  return oneIn(random, 3) ? 'all' : { member: oneIn(random, 2) ? 'y' : 'z' };
}

function meetingFrom(
  random: Random,
  m: number,
  parties: readonly Party[],
  times: readonly Slot[],
  kind: Kind,
): Meeting {
  const others = random.shuffle(Int32Array.from(parties.keys()).subarray(kind.hub ? 1 : 0));
  const chosen = [...(kind.hub && !oneIn(random, 5) ? [0] : []), ...others].slice(0, oneIn(random, 6) ? 3 : 2);
  return {
    id: `m${m}`,
    sides: chosen.map((p) => ({ party: parties[p].id, attends: attendance(random) })),
    priority: kind.huge && oneIn(random, 3) ? 200 + random.below(801) : 1 + random.below(3),
    ...(oneIn(random, kind.fixed ? 2 : 6) ? { fixedSlot: random.below(kind.fixed ? 2 : times.length) } : {}),
    ...(kind.zones && oneIn(random, 2) ? { zone: 'z0' } : {}),
    ...(m > 0 && oneIn(random, kind.hub ? 8 : 3) ? { after: [`m${random.below(m)}`] } : {}),
  };
}
