import { Chain } from '../search/chain.js';
import type { LivePlan } from './live-plan.js';

/** A meeting that goes from one slot to another. */
export interface Shift {
  readonly meeting: number;
  readonly from: number;
  readonly to: number;
}

/** A way to place a meeting: where, what must move for it, and by how much all breaks change. */
export interface Arrangement {
  readonly slot: number;
  readonly shifts: readonly Shift[];
  readonly breaks: number;
}

/** Ways to place one more meeting in a live plan. Trials are undone: only `carryOut` changes the plan. */
export class Rearrangement {
  private readonly chain: Chain;

  constructor(
    private readonly live: LivePlan,
    private readonly mostMoved: number,
    private readonly costPerMove: number,
  ) {
    this.chain = new Chain(live.timetable, mostMoved);
  }

  /** All ways found, best first: the fewest breaks, where one moved meeting weighs as much as `costPerMove` breaks. */
  waysFor(meeting: number): Arrangement[] {
    const { instance, timetable } = this.live;
    if (!timetable.belowCaps(meeting)) return [];
    const free = this.freeSlots(meeting);
    const ways =
      free.length > 0 && this.costPerMove >= 1 ? free : [...free, ...this.withMoves(meeting, instance.slots)];
    return ways.sort((one, other) => this.cost(one) - this.cost(other) || one.slot - other.slot);
  }

  private cost({ breaks, shifts }: Arrangement): number {
    return breaks + shifts.length * this.costPerMove;
  }

  private freeSlots(meeting: number): Arrangement[] {
    const { timetable, instance } = this.live;
    const ways: Arrangement[] = [];
    for (let slot = 0; slot < instance.slots; slot++) {
      if (!timetable.fits(meeting, slot)) continue;
      const before = timetable.breaks;
      timetable.put(meeting, slot);
      ways.push({ slot, shifts: [], breaks: timetable.breaks - before });
      timetable.take(meeting);
    }
    return ways;
  }

  private withMoves(meeting: number, slots: number): Arrangement[] {
    if (this.mostMoved === 0) return [];
    const ways: Arrangement[] = [];
    for (let slot = 0; slot < slots; slot++) {
      for (const blockers of this.blockersAt(meeting, slot)) {
        for (let other = 0; other < slots; other++) {
          const way = this.canTake(other, slot) ? this.tryMove(meeting, slot, other, blockers) : undefined;
          if (way) ways.push(way);
        }
      }
    }
    return ways;
  }

  /** Whether meetings of `slot` may go to `other`: where all tables are taken, more must go than come. */
  private canTake(other: number, slot: number): boolean {
    const { load, instance } = this.live.timetable;
    if (other === slot) return false;
    return load[slot] < instance.tables[slot] || load[other] < instance.tables[other];
  }

  /** Meetings one of which must go, or all: those of its people; where only a table is missing, each meeting of the slot. */
  private blockersAt(meeting: number, slot: number): number[][] {
    const { instance, timetable } = this.live;
    if (!instance.allowed[meeting * instance.slots + slot] || !timetable.inOrder(meeting, slot)) return [];
    const inTheWay = new Set<number>();
    for (let seat = instance.seatStart[meeting]; seat < instance.seatStart[meeting + 1]; seat++) {
      const cell = timetable.staff[seat] * instance.slots + slot;
      if (!instance.free[cell]) return [];
      if (timetable.at[cell] >= 0) inTheWay.add(timetable.at[cell]);
    }
    if (inTheWay.size > 0) return inTheWay.size <= this.mostMoved ? [[...inTheWay]] : [];
    if (timetable.load[slot] < instance.tables[slot]) return [];
    const there: number[][] = [];
    timetable.slotOf.forEach((at, other) => at === slot && there.length < 200 && there.push([other]));
    return there;
  }

  private tryMove(meeting: number, slot: number, other: number, blockers: readonly number[]): Arrangement | undefined {
    const { timetable } = this.live;
    if (!this.grow(slot, other, blockers)) return undefined;
    const { chain } = this;
    if (chain.size > this.mostMoved || timetable.load[slot] - chain.balance >= this.live.instance.tables[slot])
      return undefined;
    const before = timetable.breaks;
    chain.apply();
    let way: Arrangement | undefined;
    if (timetable.fits(meeting, slot)) {
      timetable.put(meeting, slot);
      way = { slot, shifts: this.shiftsDone(slot, other), breaks: timetable.breaks - before };
      timetable.take(meeting);
    }
    // The same meetings hang together from the other side: this undoes it.
    this.grow(slot, other, blockers);
    chain.apply();
    return way;
  }

  private grow(slot: number, other: number, blockers: readonly number[]): boolean {
    const { chain } = this;
    chain.begin(slot, other);
    for (const blocker of blockers) if (!chain.holds(blocker) && !chain.add(blocker)) return false;
    return chain.legal;
  }

  /** What the chain between the slots has moved. */
  private shiftsDone(slot: number, other: number): Shift[] {
    const { slotOf } = this.live.timetable;
    return [...this.chain.meetings.subarray(0, this.chain.size)].map((meeting) => {
      const to = slotOf[meeting];
      return { meeting, from: to === slot ? other : slot, to };
    });
  }

  /** Does it, tables included; false, and all as before, when somebody could not reach a table in time. */
  carryOut(meeting: number, { slot, shifts }: Arrangement): boolean {
    const { live } = this;
    const held = shifts.map((shift) => ({
      ...shift,
      zone: live.zoneOf[shift.meeting],
      table: live.tableOf[shift.meeting],
    }));
    for (const shift of shifts) live.remove(shift.meeting);
    const done: number[] = [];
    const fits =
      shifts.every((shift) => live.put(shift.meeting, shift.to) && done.push(shift.meeting)) && live.put(meeting, slot);
    if (fits) return true;
    for (const moved of done) live.remove(moved);
    for (const { meeting: moved, from, zone, table } of held) {
      live.timetable.put(moved, from);
      live.sitAt(moved, zone, table);
    }
    return false;
  }
}
