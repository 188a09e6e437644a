import type { Timetable } from './timetable.js';

/**
 * A Kempe chain: meetings at two slots that hang together by their people, so that they can only change sides all at once.
 * Whoever is busy at both slots stays so; only those at the chain's ends, busy at one of them, see their day change. That
 * makes a chain of any length as cheap to judge as its ends.
 */
export class Chain {
  readonly meetings: Int32Array;
  size = 0;
  /** Meetings that leave the first slot minus those that come to it. */
  balance = 0;
  private first = 0;
  private second = 0;
  private readonly ends: Int32Array;
  private readonly endFrom: Int32Array;
  private endCount = 0;
  private readonly mark: Int32Array;
  private stamp = 0;
  private readonly ordered: boolean;

  constructor(
    private readonly timetable: Timetable,
    private readonly longest = 200,
  ) {
    const { instance } = timetable;
    this.meetings = new Int32Array(instance.meetings);
    this.ends = new Int32Array(instance.attendees);
    this.endFrom = new Int32Array(instance.attendees);
    this.mark = new Int32Array(instance.meetings);
    this.ordered = instance.before.length > 0;
  }

  /** Begins an empty chain between two slots. */
  begin(first: number, second: number): void {
    this.first = first;
    this.second = second;
    this.size = 0;
    this.balance = 0;
    this.endCount = 0;
    this.stamp += 1;
  }

  holds(meeting: number): boolean {
    return this.mark[meeting] === this.stamp;
  }

  /** Adds the meeting and all that hangs on it. False when one of them may not change sides, or there are too many. */
  add(meeting: number): boolean {
    let next = this.size;
    this.mark[meeting] = this.stamp;
    this.meetings[this.size++] = meeting;
    while (next < this.size) {
      if (!this.follow(this.meetings[next++]) || this.size > this.longest) return false;
    }
    return true;
  }

  /** Like `add`, but when it fails the chain is left as it was. */
  tryAdd(meeting: number): boolean {
    const { size, balance, endCount } = this;
    if (this.add(meeting)) return true;
    for (let i = size; i < this.size; i++) this.mark[this.meetings[i]] = 0;
    this.size = size;
    this.balance = balance;
    this.endCount = endCount;
    return false;
  }

  private follow(meeting: number): boolean {
    const { timetable, first, second, stamp } = this;
    const { slots, allowed, free, seatStart } = timetable.instance;
    const from = timetable.slotOf[meeting];
    const to = from === first ? second : first;
    if (!allowed[meeting * slots + to]) return false;
    this.balance += from === first ? 1 : -1;
    for (let seat = seatStart[meeting]; seat < seatStart[meeting + 1]; seat++) {
      const attendee = timetable.staff[seat];
      const cell = attendee * slots + to;
      if (!free[cell]) return false;
      const other = timetable.at[cell];
      if (other < 0) {
        this.ends[this.endCount] = attendee;
        this.endFrom[this.endCount++] = from;
      } else if (this.mark[other] !== stamp) {
        this.mark[other] = stamp;
        this.meetings[this.size++] = other;
      }
    }
    return true;
  }

  /** Whether both slots have tables for what comes, and every order is kept. */
  get legal(): boolean {
    const { load, instance } = this.timetable;
    if (load[this.second] + this.balance > instance.tables[this.second]) return false;
    if (load[this.first] - this.balance > instance.tables[this.first]) return false;
    return this.inOrder && (!instance.zoned || this.zonesHaveRoom());
  }

  /** Moves the meetings between zone loads as if the chain were applied, looks, and moves them back. */
  private zonesHaveRoom(): boolean {
    const { zoneTables } = this.timetable.instance;
    this.chargeZones(1);
    const fits = this.timetable.zoneLoad.every((load, cell) => load <= zoneTables[cell]);
    this.chargeZones(-1);
    return fits;
  }

  private chargeZones(sign: number): void {
    const { timetable, first, second } = this;
    for (let i = 0; i < this.size; i++) {
      const from = timetable.slotOf[this.meetings[i]];
      timetable.chargeZone(this.meetings[i], from, -sign);
      timetable.chargeZone(this.meetings[i], from === first ? second : first, sign);
    }
  }

  /** Whether every order is kept once the chain has changed sides. */
  get inOrder(): boolean {
    return !this.ordered || this.keepsOrder();
  }

  private keepsOrder(): boolean {
    const { before, beforeStart, after, afterStart } = this.timetable.instance;
    for (let i = 0; i < this.size; i++) {
      const meeting = this.meetings[i];
      const slot = this.slotAfter(meeting);
      for (let k = beforeStart[meeting]; k < beforeStart[meeting + 1]; k++) {
        if (this.slotAfter(before[k]) >= slot) return false;
      }
      for (let k = afterStart[meeting]; k < afterStart[meeting + 1]; k++) {
        const later = this.slotAfter(after[k]);
        if (later >= 0 && later <= slot) return false;
      }
    }
    return true;
  }

  private slotAfter(meeting: number): number {
    const slot = this.timetable.slotOf[meeting];
    if (this.mark[meeting] !== this.stamp) return slot;
    return slot === this.first ? this.second : this.first;
  }

  /** What the timetable's cost changes by. */
  get cost(): number {
    const { timetable, first, second } = this;
    let cost = 0;
    for (let i = 0; i < this.endCount; i++) {
      const from = this.endFrom[i];
      const change = timetable.breaksShifted(this.ends[i], from, from === first ? second : first);
      if (change !== 0) cost += timetable.costOf(this.ends[i], change);
    }
    return cost;
  }

  /** Whose day changes: those at its ends. */
  people(): number[] {
    return [...new Set(this.ends.subarray(0, this.endCount))];
  }

  apply(): void {
    const { timetable, first, second, size, meetings } = this;
    const { slots, seatStart } = timetable.instance;
    const { slotOf, at, staff } = timetable;
    for (let i = 0; i < this.endCount; i++) {
      const from = this.endFrom[i];
      const to = from === first ? second : first;
      timetable.shiftAttendee(this.ends[i], from, to, timetable.breaksShifted(this.ends[i], from, to));
      at[this.ends[i] * slots + from] = -1;
    }
    if (timetable.instance.zoned) this.chargeZones(1);
    for (let i = 0; i < size; i++) {
      const meeting = meetings[i];
      const to = slotOf[meeting] === first ? second : first;
      slotOf[meeting] = to;
      for (let seat = seatStart[meeting]; seat < seatStart[meeting + 1]; seat++) at[staff[seat] * slots + to] = meeting;
    }
    timetable.load[first] -= this.balance;
    timetable.load[second] += this.balance;
  }
}
