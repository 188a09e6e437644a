import type { Timetable } from '../search/timetable.js';
import { bestMatching, type Wish } from './matching.js';
import { stationsOf, type Station } from './stations.js';

/**
 * Tables within each zone, so that people stay where they are. Slot by slot, meetings are matched with the tables from which
 * their people come; then again in both directions, with the tables to which they go, until nothing changes for the better.
 * Gives the table of each meeting, from 1; 0 where it has no zone.
 */
export function seat(timetable: Timetable, zoneOf: Int32Array): Int32Array {
  const { instance } = timetable;
  const tableOf = new Int32Array(instance.meetings);
  const stations = stationsOf(timetable);
  const groups = groupsOf(timetable, zoneOf);
  let changes = Infinity;
  for (let sweep = 0; sweep < 6; sweep++) {
    const kept = tableOf.slice();
    for (const group of sweep % 2 === 0 ? groups : groups.toReversed()) {
      seatGroup(group, instance.zoneTables[group.cell], zoneOf, tableOf, stations);
    }
    const now = changesOf(stations, zoneOf, tableOf);
    if (now >= changes) {
      if (now > changes) tableOf.set(kept);
      break;
    }
    changes = now;
  }
  return tableOf;
}

/** The meetings of one zone at one slot. */
interface Group {
  readonly cell: number;
  readonly meetings: number[];
}

function groupsOf({ instance, slotOf }: Timetable, zoneOf: Int32Array): Group[] {
  const zones = instance.problem.zones.length;
  const groups: Group[] = Array.from({ length: instance.slots * zones }, (_, cell) => ({ cell, meetings: [] }));
  slotOf.forEach((slot, m) => slot >= 0 && zoneOf[m] >= 0 && groups[slot * zones + zoneOf[m]].meetings.push(m));
  return groups.filter(({ meetings }) => meetings.length > 0);
}

function seatGroup(
  { meetings }: Group,
  tables: number,
  zoneOf: Int32Array,
  tableOf: Int32Array,
  stations: readonly Station[][],
): void {
  const wishes: Wish[] = [];
  meetings.forEach((meeting, row) => {
    const worth = new Map<number, number>();
    for (const station of stations[meeting]) {
      const table = tableOf[station.meeting];
      if (table < 1 || table > tables || zoneOf[station.meeting] !== zoneOf[meeting]) continue;
      worth.set(table - 1, (worth.get(table - 1) ?? 0) + 1);
    }
    for (const [column, value] of worth) wishes.push({ row, column, worth: value });
  });
  const granted = bestMatching(meetings.length, tables, wishes);
  const taken = new Set(granted);
  let next = 0;
  meetings.forEach((meeting, row) => {
    while (granted[row] < 0 && taken.has(next)) next += 1;
    tableOf[meeting] = (granted[row] >= 0 ? granted[row] : next++) + 1;
  });
}

function changesOf(stations: readonly Station[][], zoneOf: Int32Array, tableOf: Int32Array): number {
  let changes = 0;
  stations.forEach((list, meeting) => {
    for (const { meeting: other } of list) {
      if (tableOf[other] !== tableOf[meeting] || zoneOf[other] !== zoneOf[meeting]) changes += 1;
    }
  });
  return changes / 2;
}
