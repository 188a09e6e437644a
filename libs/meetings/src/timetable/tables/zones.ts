import type { Random } from '../search/random.js';
import type { Timetable } from '../search/timetable.js';
import { stationsOf, walkingMinutes, type Station } from './stations.js';

/** A walk that takes longer than there is time costs as much as this many changes of zone: it is avoided at any price. */
const TOO_FAR = 1_000;

/**
 * Zones for the meetings of each slot: no zone above its tables, no walk that takes longer than there is time, and as few
 * changes of zone as a descent with some luck finds.
 */
export class ZoneChoice {
  /** Zone of each meeting, -1 where it is not placed or found no zone with room. */
  readonly zoneOf: Int32Array;
  private readonly zones: number;
  private readonly room: Int32Array;
  private readonly stations: readonly Station[][];
  private readonly walking: Float64Array;
  private readonly bySlot: number[][];
  private readonly onlyZone: Int32Array;

  constructor(
    private readonly timetable: Timetable,
    private readonly random: Random,
  ) {
    const { instance } = timetable;
    this.zones = instance.problem.zones.length;
    this.zoneOf = new Int32Array(instance.meetings).fill(-1);
    this.onlyZone = instance.zoneOf;
    this.room = instance.zoneTables.slice();
    this.stations = stationsOf(timetable);
    this.walking = walkingMinutes(instance);
    this.bySlot = Array.from({ length: instance.slots }, () => []);
    timetable.slotOf.forEach((slot, meeting) => slot >= 0 && this.bySlot[slot].push(meeting));
  }

  /** Gives every meeting a zone, then exchanges zones within slots while that helps. */
  choose(): void {
    for (const meetings of this.bySlot) {
      // Those that may be in one zone only choose first.
      const inOrder = [...meetings].sort((one, other) => this.onlyZone[other] - this.onlyZone[one]);
      for (const meeting of inOrder) this.enter(meeting);
    }
    if (this.zones < 2) return;
    for (let pass = 0; pass < 30; pass++) if (!this.improve(pass < 20)) break;
  }

  /** Meetings that somebody cannot reach in time, or that have no table. */
  get stranded(): number[] {
    const { slotOf } = this.timetable;
    return [...slotOf.keys()].filter(
      (m) => slotOf[m] >= 0 && (this.zoneOf[m] < 0 || this.costIn(m, this.zoneOf[m]) >= TOO_FAR),
    );
  }

  private enter(meeting: number): void {
    let best = -1;
    for (let zone = 0; zone < this.zones; zone++) {
      if (!this.mayBeIn(meeting, zone) || this.room[this.cell(meeting, zone)] <= 0) continue;
      if (best < 0 || this.costIn(meeting, zone) < this.costIn(meeting, best)) best = zone;
    }
    if (best >= 0) this.move(meeting, best);
  }

  private improve(lively: boolean): boolean {
    let better = false;
    for (const meetings of this.bySlot) {
      for (const meeting of meetings) {
        const zone = this.random.below(this.zones);
        if (zone === this.zoneOf[meeting] || !this.mayBeIn(meeting, zone)) continue;
        better = this.tryZone(meeting, zone, meetings) || better;
      }
    }
    return better || lively;
  }

  private tryZone(meeting: number, zone: number, neighbours: readonly number[]): boolean {
    const from = this.zoneOf[meeting];
    const gain = from < 0 ? TOO_FAR : this.costIn(meeting, from) - this.costIn(meeting, zone);
    if (this.room[this.cell(meeting, zone)] > 0) {
      if (gain >= 0) this.move(meeting, zone);
      return gain > 0;
    }
    if (from < 0) return false;
    for (let attempt = 0; attempt < 8; attempt++) {
      const other = neighbours[this.random.below(neighbours.length)];
      if (this.zoneOf[other] !== zone || !this.mayBeIn(other, from)) continue;
      const total = gain + this.costIn(other, zone) - this.costIn(other, from);
      if (total < 0) continue;
      this.move(meeting, zone);
      this.move(other, from);
      return total > 0;
    }
    return false;
  }

  private mayBeIn(meeting: number, zone: number): boolean {
    return this.onlyZone[meeting] < 0 || this.onlyZone[meeting] === zone;
  }

  private cell(meeting: number, zone: number): number {
    return this.timetable.slotOf[meeting] * this.zones + zone;
  }

  private move(meeting: number, zone: number): void {
    if (this.zoneOf[meeting] >= 0) this.room[this.cell(meeting, this.zoneOf[meeting])] += 1;
    this.room[this.cell(meeting, zone)] -= 1;
    this.zoneOf[meeting] = zone;
  }

  private costIn(meeting: number, zone: number): number {
    let cost = 0;
    for (const station of this.stations[meeting]) {
      const there = this.zoneOf[station.meeting];
      if (there < 0 || there === zone) continue;
      cost += this.walking[zone * this.zones + there] > station.minutes ? TOO_FAR : 1;
    }
    return cost;
  }
}
