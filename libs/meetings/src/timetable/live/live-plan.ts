import { compile } from '../compile.js';
import type { Instance } from '../instance.js';
import { placementOf, planOf, staffAs, startOf } from '../optimiser/plan.js';
import type { Placement, Plan, TimetableProblem } from '../problem.js';
import { Timetable } from '../search/timetable.js';
import { stationsAround, walkingMinutes } from '../tables/stations.js';

/** A plan opened for small changes: who is where and which table is free, at hand in microseconds. */
export class LivePlan {
  readonly timetable: Timetable;
  /** Placements of the plan that today's rules do not allow any more; they were left out. */
  readonly disturbed: readonly Placement[];
  /** Zone (position in the problem's list) and table (from 1) of each meeting; -1 and 0 where it has none. */
  readonly zoneOf: Int32Array;
  readonly tableOf: Int32Array;
  private readonly holder = new Map<string, number>();
  private readonly walking: Float64Array;
  private readonly positions: ReadonlyMap<string, number>;

  constructor(
    readonly problem: TimetableProblem,
    plan: Plan,
    readonly instance: Instance = compile(problem),
  ) {
    this.timetable = new Timetable(instance);
    this.positions = new Map(problem.meetings.map(({ id }, m) => [id, m]));
    this.zoneOf = new Int32Array(instance.meetings).fill(-1);
    this.tableOf = new Int32Array(instance.meetings);
    this.walking = walkingMinutes(instance);
    this.disturbed = this.take(plan);
  }

  /** The position of a meeting; an unknown one is a bug of the caller. */
  meeting(id: string): number {
    const m = this.positions.get(id);
    if (m === undefined) throw new Error(`No meeting ${id} in the problem`);
    return m;
  }

  /** Where the meeting is, as plain data; undefined when it is not placed. */
  placementOf(id: string): Placement | undefined {
    const m = this.meeting(id);
    return this.timetable.slotOf[m] < 0 ? undefined : this.withTable(placementOf(this.timetable, m), m);
  }

  /** As plain data, tables included. */
  plan(): Plan {
    return {
      placements: planOf(this.timetable).placements.map((one) => this.withTable(one, this.meeting(one.meeting))),
    };
  }

  private withTable(placement: Placement, m: number): Placement {
    if (this.zoneOf[m] < 0) return placement;
    return { ...placement, zone: this.problem.zones[this.zoneOf[m]].id, table: this.tableOf[m] };
  }

  /** Puts the meeting at the slot with a table; false, and nothing changed, when it does not fit or no table can be reached. */
  put(meeting: number, slot: number): boolean {
    if (!this.timetable.fits(meeting, slot)) return false;
    this.timetable.put(meeting, slot);
    if (this.sit(meeting)) return true;
    this.timetable.take(meeting);
    return false;
  }

  remove(meeting: number): void {
    this.leaveTable(meeting);
    this.timetable.take(meeting);
  }

  /** Gives a placed meeting the free table nearest to where its people come from and go to. */
  sit(meeting: number): boolean {
    const slot = this.timetable.slotOf[meeting];
    let best: { zone: number; table: number; changes: number } | undefined;
    const stations = stationsAround(this.timetable, meeting);
    this.problem.zones.forEach((zone, z) => {
      const wanted = this.problem.meetings[meeting].zone;
      if (wanted !== undefined && wanted !== zone.id) return;
      const far = stations.some(({ meeting: other, minutes }) => this.isTooFar(z, this.zoneOf[other], minutes));
      if (far) return;
      const near = stations
        .filter((station) => this.zoneOf[station.meeting] === z)
        .map((station) => this.tableOf[station.meeting]);
      const table = this.freeTable(slot, z, near);
      if (table === 0) return;
      const changes = stations.filter(
        ({ meeting: other }) => this.zoneOf[other] !== z || this.tableOf[other] !== table,
      ).length;
      if (!best || changes < best.changes) best = { zone: z, table, changes };
    });
    if (best) this.sitAt(meeting, best.zone, best.table);
    return best !== undefined;
  }

  sitAt(meeting: number, zone: number, table: number): void {
    this.zoneOf[meeting] = zone;
    this.tableOf[meeting] = table;
    this.holder.set(this.key(this.timetable.slotOf[meeting], zone, table), meeting);
  }

  leaveTable(meeting: number): void {
    this.holder.delete(this.key(this.timetable.slotOf[meeting], this.zoneOf[meeting], this.tableOf[meeting]));
    this.zoneOf[meeting] = -1;
    this.tableOf[meeting] = 0;
  }

  private isTooFar(zone: number, there: number, minutes: number): boolean {
    return there >= 0 && this.walking[zone * this.problem.zones.length + there] > minutes;
  }

  private freeTable(slot: number, zone: number, preferred: readonly number[]): number {
    const { tables, tablesAt } = this.problem.zones[zone];
    const room = Math.floor(tablesAt?.[slot] ?? tables);
    const isFree = (table: number): boolean =>
      table >= 1 && table <= room && !this.holder.has(this.key(slot, zone, table));
    const known = preferred.find(isFree);
    if (known !== undefined) return known;
    for (let table = 1; table <= room; table++) if (isFree(table)) return table;
    return 0;
  }

  private key(slot: number, zone: number, table: number): string {
    return `${slot} ${zone} ${table}`;
  }

  private isSlot(slot: number): boolean {
    return slot >= 0 && slot < this.instance.slots;
  }

  private take(plan: Plan): Placement[] {
    const { instance, timetable } = this;
    const slotOf = startOf(instance, plan);
    const zonePosition = new Map(this.problem.zones.map(({ id }, z) => [id, z]));
    const placementOf = new Map(plan.placements.map((placement) => [placement.meeting, placement]));
    const disturbed: Placement[] = [];
    this.problem.meetings.forEach((meeting, m) => {
      const placement = placementOf.get(meeting.id);
      if (!placement) return;
      staffAs(timetable, m, placement);
      if (!this.isSlot(slotOf[m]) || !timetable.fits(m, slotOf[m])) return void disturbed.push(placement);
      timetable.put(m, slotOf[m]);
      const zone = zonePosition.get(placement.zone ?? '') ?? -1;
      if (zone >= 0 && this.freeTable(slotOf[m], zone, [placement.table ?? 0]) === placement.table) {
        this.sitAt(m, zone, placement.table);
      } else if (!this.sit(m)) {
        timetable.take(m);
        disturbed.push(placement);
      }
    });
    return disturbed;
  }
}
