import { Random } from '../../../libs/meetings/src/timetable/search/random.js';
import type { Meeting, Party, Slot, TimetableProblem } from '../../../libs/meetings/src/timetable/index.js';

/** Some people away once, for one to `longest` slots on end; or a share of all slots, here and there. */
export type Absence = { readonly people: number; readonly longest: number } | { readonly slots: number };

/** The measures of an event to be made up. The same measures and seed give the same event. */
export interface EventMeasures {
  readonly people: number;
  readonly meetings: number;
  readonly slots: number;
  /** Slots of the first day half; the rest are the afternoon. */
  readonly days?: number;
  /** Tables as a multiple of what an even load needs. Below 1: more meetings than places. */
  readonly tables: number;
  readonly away: Absence;
  /** How much likelier the most wanted are than the least: 1 is even, 8 makes hubs. */
  readonly hubs: number;
  /** Sectors: most meetings stay within one. 1 is none. */
  readonly clusters: number;
  readonly seed: number;
}

const base = { days: 1, tables: 1.15, away: { slots: 0.1 }, hubs: 3, clusters: 1 } as const;

/**
 * The measures that the published events of 21 and 22 slots have: up to four in ten people are away, all but few of them once
 * and for one to three slots on end, and there are 1.6 to 1.9 places for each meeting.
 */
const asPublished = { ...base, people: 150, meetings: 300, slots: 20, away: { people: 0.35, longest: 4 } } as const;

/** Events by name, each for any seed. */
export const events: Readonly<Record<string, (seed: number) => TimetableProblem>> = {
  S: (seed) => makeEvent({ ...base, people: 40, meetings: 90, slots: 12, seed }),
  M: (seed) => makeEvent({ ...base, people: 150, meetings: 300, slots: 20, seed }),
  'M as published': (seed) => makeEvent({ ...asPublished, tables: 1.6, seed }),
  'M tight': (seed) => makeEvent({ ...asPublished, seed }),
  L: (seed) => makeEvent({ ...base, people: 500, meetings: 2_000, slots: 24, days: 2, seed }),
  XL: (seed) => makeEvent({ ...base, people: 5_000, meetings: 20_000, slots: 30, days: 2, seed }),
  oversubscribed: (seed) => makeEvent({ ...base, people: 60, meetings: 260, slots: 12, tables: 0.9, seed }),
  hubs: (seed) => makeEvent({ ...base, people: 120, meetings: 280, slots: 20, hubs: 10, clusters: 6, seed }),
  'GORE Ejecutivo': goreEjecutivo,
};

export function makeEvent(measures: EventMeasures): TimetableProblem {
  const random = new Random(measures.seed);
  const parties = peopleOf(measures, random);
  return {
    slots: slotsOf(measures),
    zones: [
      {
        id: 'hall',
        name: 'Hall',
        tables: Math.max(1, Math.ceil((measures.meetings / measures.slots) * measures.tables)),
      },
    ],
    parties,
    meetings: meetingsOf(measures, parties, random),
  };
}

function slotsOf({ slots, days = 1 }: EventMeasures): Slot[] {
  const perDay = Math.ceil(slots / days);
  return Array.from({ length: slots }, (_, slot) => {
    const day = Math.floor(slot / perDay);
    const inDay = slot % perDay;
    const isMorning = inDay < perDay / 2;
    const minutes = (isMorning ? 540 : 600) + inDay * 20;
    const label = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
    const startsAt = day * 1440 + minutes;
    return { label, day, half: isMorning ? 'morning' : 'afternoon', startsAt, endsAt: startsAt + 20 };
  });
}

function peopleOf({ people, slots, away }: EventMeasures, random: Random): Party[] {
  return Array.from({ length: people }, (_, p) => ({
    id: `p${p}`,
    name: `Person ${p + 1}`,
    unavailable: slotsAway(away, slots, random),
  }));
}

function slotsAway(away: Absence, slots: number, random: Random): number[] {
  const all = Array.from({ length: slots }, (_, slot) => slot);
  if ('slots' in away) return all.filter(() => random.fraction() < away.slots);
  if (random.fraction() >= away.people) return [];
  const from = random.below(slots);
  return all.slice(from, from + 1 + random.below(away.longest));
}

/** Pairs that never repeat, drawn by how wanted both are; nobody gets more meetings than they have free slots. */
function meetingsOf(measures: EventMeasures, parties: readonly Party[], random: Random): Meeting[] {
  const { slots, meetings, hubs, clusters, people } = measures;
  const room = parties.map((party) => Math.floor((slots - (party.unavailable?.length ?? 0)) * 0.9));
  const draw = (): number => Math.floor(people * Math.pow(random.fraction(), Math.log2(Math.max(2, 1 + hubs))));
  const seen = new Set<number>();
  const found: Meeting[] = [];
  for (let attempt = 0; found.length < meetings && attempt < meetings * 200; attempt++) {
    const [one, other] = [draw(), draw()];
    const key = Math.min(one, other) * people + Math.max(one, other);
    const sameSector = one % clusters === other % clusters;
    if (one === other || seen.has(key) || room[one] <= 0 || room[other] <= 0) continue;
    if (!sameSector && random.fraction() < 0.8) continue;
    seen.add(key);
    room[one] -= 1;
    room[other] -= 1;
    found.push({ id: `m${found.length}`, sides: [{ party: `p${one}` }, { party: `p${other}` }] });
  }
  return found;
}

/**
 * As the Peruvian executive meets its regions: 19 ministries and 26 regional governments, 185 meetings in two days. A
 * ministry comes with a team and can hold several meetings at once; a governor is one person.
 */
function goreEjecutivo(seed: number): TimetableProblem {
  const random = new Random(seed);
  const ministries = Array.from({ length: 19 }, (_, i): Party => {
    const members = Array.from({ length: 1 + random.below(3) }, (_, k) => ({
      id: `min${i}-${k}`,
      name: `Ministry ${i + 1}, member ${k + 1}`,
    }));
    return { id: `min${i}`, name: `Ministry ${i + 1}`, members };
  });
  const regions = Array.from({ length: 26 }, (_, i): Party => ({
    id: `reg${i}`,
    name: `Regional government ${i + 1}`,
  }));
  const pairs = new Set<number>();
  while (pairs.size < 185) pairs.add(Math.floor(19 * Math.pow(random.fraction(), 1.6)) * 26 + random.below(26));
  const meetings = [...pairs].map((pair, m): Meeting => {
    const sides = [{ party: `min${Math.floor(pair / 26)}` }, { party: `reg${pair % 26}` }];
    return { id: `m${m}`, sides, priority: 1 + random.below(3) };
  });
  const measures = { ...base, people: 0, meetings: 185, slots: 28, days: 2, seed };
  return {
    slots: slotsOf(measures),
    zones: [{ id: 'hall', name: 'Hall', tables: 12 }],
    parties: [...ministries, ...regions],
    meetings,
  };
}
