import type { Instance } from '../instance.js';
import { BusyDays } from './busy-days.js';

/** Numbers that change together while meetings are put and taken. */
export interface Snapshot {
  readonly slotOf: Int32Array;
  readonly staff: Int32Array;
}

/** A timetable in the making: which meeting is at which slot, and by that who is where. */
export class Timetable extends BusyDays {
  /** Slot of each meeting, -1 while it is not placed. */
  readonly slotOf: Int32Array;
  /** Who sits on each seat. */
  readonly staff: Int32Array;
  readonly load: Int32Array;
  /** Meetings that may be in one zone only, by that zone: [slot * zones + zone]. */
  readonly zoneLoad: Int32Array;
  /** Meetings placed, by attendee and by capped team. */
  readonly count: Int32Array;
  readonly teamCount: Int32Array;
  placed = 0;
  placedPriority = 0;

  constructor(instance: Instance) {
    super(instance);
    const { meetings, attendees, slots } = instance;
    this.slotOf = new Int32Array(meetings).fill(-1);
    this.staff = firstCandidates(instance);
    this.load = new Int32Array(slots);
    this.zoneLoad = new Int32Array(instance.zoneTables.length);
    this.count = new Int32Array(attendees);
    this.teamCount = new Int32Array(instance.teamCaps.length);
  }

  /** Lets members who are free at the slot take the seats of "any member" of a meeting that is not placed yet. */
  staffFor(meeting: number, slot: number): void {
    const { instance } = this;
    if (instance.staffed || this.slotOf[meeting] >= 0) return;
    const { seatStart, candidateStart, candidates } = instance;
    for (let seat = seatStart[meeting]; seat < seatStart[meeting + 1]; seat++) {
      if (this.canSit(this.staff[seat], slot)) continue;
      for (let i = candidateStart[seat]; i < candidateStart[seat + 1]; i++) {
        if (!this.canSit(candidates[i], slot)) continue;
        this.staff[seat] = candidates[i];
        break;
      }
    }
  }

  canSit(attendee: number, slot: number): boolean {
    const cell = attendee * this.instance.slots + slot;
    return this.at[cell] < 0 && !!this.instance.free[cell] && this.count[attendee] < this.instance.caps[attendee];
  }

  /** Whether the meeting can be put at the slot as things stand, by those who then have its seats. */
  fits(meeting: number, slot: number): boolean {
    const { instance, load } = this;
    this.staffFor(meeting, slot);
    if (load[slot] >= instance.tables[slot] || !instance.allowed[meeting * instance.slots + slot]) return false;
    for (let seat = instance.seatStart[meeting]; seat < instance.seatStart[meeting + 1]; seat++) {
      const cell = this.staff[seat] * instance.slots + slot;
      if (this.at[cell] >= 0 || !instance.free[cell]) return false;
    }
    return this.zoneHasRoom(meeting, slot) && this.belowCaps(meeting) && this.inOrder(meeting, slot);
  }

  zoneHasRoom(meeting: number, slot: number): boolean {
    const { zoned, zoneOf, zoneTables, problem } = this.instance;
    if (!zoned || zoneOf[meeting] < 0) return true;
    const cell = slot * problem.zones.length + zoneOf[meeting];
    return this.zoneLoad[cell] < zoneTables[cell];
  }

  belowCaps(meeting: number): boolean {
    const { seatStart, teamStart, teams, teamCaps, caps } = this.instance;
    for (let seat = seatStart[meeting]; seat < seatStart[meeting + 1]; seat++) {
      if (this.count[this.staff[seat]] >= caps[this.staff[seat]]) return false;
    }
    for (let i = teamStart[meeting]; i < teamStart[meeting + 1]; i++) {
      if (this.teamCount[teams[i]] >= teamCaps[teams[i]]) return false;
    }
    return true;
  }

  /** Whether all placed meetings that must come before or after do so. */
  inOrder(meeting: number, slot: number): boolean {
    const { before, beforeStart, after, afterStart } = this.instance;
    for (let i = beforeStart[meeting]; i < beforeStart[meeting + 1]; i++) {
      if (this.slotOf[before[i]] >= slot) return false;
    }
    for (let i = afterStart[meeting]; i < afterStart[meeting + 1]; i++) {
      const later = this.slotOf[after[i]];
      if (later >= 0 && later <= slot) return false;
    }
    return true;
  }

  put(meeting: number, slot: number): void {
    const { instance, at } = this;
    this.staffFor(meeting, slot);
    for (let seat = instance.seatStart[meeting]; seat < instance.seatStart[meeting + 1]; seat++) {
      const attendee = this.staff[seat];
      this.addBreaks(attendee, this.breaksGained(attendee, slot));
      this.met[attendee * instance.days + instance.dayOf[slot]] += 1;
      at[attendee * instance.slots + slot] = meeting;
      this.count[attendee] += 1;
    }
    this.charge(meeting, slot, 1);
    this.slotOf[meeting] = slot;
  }

  take(meeting: number): void {
    const { instance, at } = this;
    const slot = this.slotOf[meeting];
    for (let seat = instance.seatStart[meeting]; seat < instance.seatStart[meeting + 1]; seat++) {
      const attendee = this.staff[seat];
      this.addBreaks(attendee, this.breaksLost(attendee, slot));
      this.met[attendee * instance.days + instance.dayOf[slot]] -= 1;
      at[attendee * instance.slots + slot] = -1;
      this.count[attendee] -= 1;
    }
    this.charge(meeting, slot, -1);
    this.slotOf[meeting] = -1;
  }

  private charge(meeting: number, slot: number, sign: number): void {
    const { teams, teamStart, priority } = this.instance;
    for (let i = teamStart[meeting]; i < teamStart[meeting + 1]; i++) this.teamCount[teams[i]] += sign;
    this.load[slot] += sign;
    if (this.instance.zoned) this.chargeZone(meeting, slot, sign);
    this.placed += sign;
    this.placedPriority += sign * priority[meeting];
  }

  chargeZone(meeting: number, slot: number, sign: number): void {
    const { zoneOf, problem } = this.instance;
    if (zoneOf[meeting] >= 0) this.zoneLoad[slot * problem.zones.length + zoneOf[meeting]] += sign;
  }

  snapshot(): Snapshot {
    return { slotOf: this.slotOf.slice(), staff: this.staff.slice() };
  }

  /** Takes everything out and puts what the snapshot holds. */
  restore(snapshot: Snapshot): void {
    for (let m = 0; m < this.instance.meetings; m++) if (this.slotOf[m] >= 0) this.take(m);
    this.staff.set(snapshot.staff);
    for (let m = 0; m < this.instance.meetings; m++) if (snapshot.slotOf[m] >= 0) this.put(m, snapshot.slotOf[m]);
  }
}

/** Members of a team take turns, so that the work is shared before anything is optimised. */
function firstCandidates({ meetings, seatStart, candidateStart, candidates }: Instance): Int32Array {
  const staff = new Int32Array(seatStart[meetings]);
  const turns = new Map<number, number>();
  for (let seat = 0; seat < staff.length; seat++) {
    const from = candidateStart[seat];
    const many = candidateStart[seat + 1] - from;
    const turn = many > 1 ? (turns.get(candidates[from]) ?? 0) : 0;
    if (many > 1) turns.set(candidates[from], turn + 1);
    staff[seat] = candidates[from + (turn % Math.max(1, many))];
  }
  return staff;
}
