import type { Placement, Plan } from '../problem.js';
import { planOf } from '../optimiser/plan.js';
import { Random } from '../search/random.js';
import type { Timetable } from '../search/timetable.js';
import { seat } from './seating.js';
import { ZoneChoice } from './zones.js';

/**
 * Zones and tables for a timetable whose slots are settled. A meeting that nobody can walk to in time is taken out and put
 * at another slot where one fits; what then still cannot be reached stays without a place.
 */
export function finish(timetable: Timetable, seed: number): Plan {
  const random = new Random(seed);
  for (let attempt = 0; ; attempt++) {
    const zones = new ZoneChoice(timetable, random);
    zones.choose();
    const { stranded } = zones;
    if (stranded.length === 0) return seated(timetable, zones.zoneOf);
    const out = attempt < 8 ? stranded.filter((_, i) => i % 2 === 0) : stranded;
    const slots = out.map((meeting) => timetable.slotOf[meeting]);
    for (const meeting of out) timetable.take(meeting);
    // At first elsewhere, later not at all: each round leaves fewer meetings that could be stranded again.
    if (attempt < 8) out.forEach((meeting, i) => putElsewhere(timetable, random, meeting, slots[i]));
  }
}

function putElsewhere(timetable: Timetable, random: Random, meeting: number, not: number): void {
  const { slots } = timetable.instance;
  const offset = random.below(slots);
  for (let i = 0; i < slots; i++) {
    const slot = (i + offset) % slots;
    if (slot !== not && timetable.fits(meeting, slot)) return timetable.put(meeting, slot);
  }
}

function seated(timetable: Timetable, zoneOf: Int32Array): Plan {
  const { problem } = timetable.instance;
  const tableOf = seat(timetable, zoneOf);
  const position = new Map(problem.meetings.map(({ id }, m) => [id, m]));
  const placements = planOf(timetable).placements.map((placement): Placement => {
    const m = position.get(placement.meeting)!;
    return { ...placement, zone: problem.zones[zoneOf[m]].id, table: tableOf[m] };
  });
  return { placements };
}
