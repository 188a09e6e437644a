import type { Instance } from '../instance.js';

/** What one break above the fair number costs: more than any chain of meetings could save elsewhere. */
const UNFAIR = 8;

/** Numbers that change together while meetings are put and taken. */
export interface Snapshot {
  readonly slotOf: Int32Array;
  readonly staff: Int32Array;
}

/**
 * A timetable in the making: who is where, with its breaks counted as it changes. Slots of days that differ are no
 * neighbours. Nothing in it depends on the number of slots: there are no bit masks that could run full.
 */
export class Timetable {
  /** Slot of each meeting, -1 while it is not placed. */
  readonly slotOf: Int32Array;
  /** Meeting of an attendee at a slot, -1 when idle: [attendee * slots + slot]. */
  readonly at: Int32Array;
  /** Who sits on each seat. */
  readonly staff: Int32Array;
  readonly load: Int32Array;
  /** Meetings that may be in one zone only, by that zone: [slot * zones + zone]. */
  readonly zoneLoad: Int32Array;
  readonly breaksOf: Int32Array;
  /** Meetings placed, by attendee and by capped team. */
  readonly count: Int32Array;
  readonly teamCount: Int32Array;
  breaks = 0;
  /** Breaks above the fair number, over all attendees. */
  unfair = 0;
  placed = 0;
  placedPriority = 0;
  /** The slot before and after on the same day, -1 at its edges. */
  readonly previous: Int32Array;
  readonly next: Int32Array;
  /** Those who have breaks now, in no order: the first `brokenCount`. */
  readonly broken: Int32Array;
  brokenCount = 0;
  private readonly place: Int32Array;
  private readonly met: Int32Array;

  constructor(readonly instance: Instance) {
    const { meetings, attendees, slots, days, dayOf } = instance;
    this.slotOf = new Int32Array(meetings).fill(-1);
    this.at = new Int32Array(attendees * slots).fill(-1);
    this.staff = firstCandidates(instance);
    this.load = new Int32Array(slots);
    this.zoneLoad = new Int32Array(instance.zoneTables.length);
    this.breaksOf = new Int32Array(attendees);
    this.count = new Int32Array(attendees);
    this.teamCount = new Int32Array(instance.teamCaps.length);
    this.broken = new Int32Array(attendees);
    this.place = new Int32Array(attendees);
    this.met = new Int32Array(attendees * days);
    this.previous = Int32Array.from({ length: slots }, (_, t) => (t > 0 && dayOf[t - 1] === dayOf[t] ? t - 1 : -1));
    this.next = Int32Array.from({ length: slots }, (_, t) => (t + 1 < slots && dayOf[t + 1] === dayOf[t] ? t + 1 : -1));
  }

  /** Breaks and unfairness in one number; the search makes it small. */
  get cost(): number {
    return this.breaks + UNFAIR * this.unfair;
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

  /** Change of the attendee's breaks if an idle slot becomes busy. */
  breaksGained(attendee: number, slot: number): number {
    const { days, dayOf } = this.instance;
    if (this.met[attendee * days + dayOf[slot]] === 0) return 0;
    return 1 - this.neighbours(attendee, slot, -1);
  }

  /** Change of the attendee's breaks if a busy slot becomes idle. */
  breaksLost(attendee: number, slot: number): number {
    const { days, dayOf } = this.instance;
    if (this.met[attendee * days + dayOf[slot]] === 1) return 0;
    return this.neighbours(attendee, slot, -1) - 1;
  }

  /** Change of the attendee's breaks if what is at `from` goes to the idle slot `to`. */
  breaksShifted(attendee: number, from: number, to: number): number {
    const { days, dayOf } = this.instance;
    const lost = this.breaksLost(attendee, from);
    if (dayOf[from] !== dayOf[to]) return lost + this.breaksGained(attendee, to);
    if (this.met[attendee * days + dayOf[from]] === 1) return 0;
    return lost + 1 - this.neighbours(attendee, to, from);
  }

  /** What those breaks cost, counting unfairness. */
  costOf(attendee: number, change: number): number {
    const now = this.breaksOf[attendee];
    const fair = this.instance.fair[attendee];
    return change + UNFAIR * (Math.max(0, now + change - fair) - Math.max(0, now - fair));
  }

  /** An attendee's meeting goes from one slot to an idle one; the meetings' own slots are changed by the caller. */
  shiftAttendee(attendee: number, from: number, to: number, change: number): void {
    const { days, dayOf } = this.instance;
    this.addBreaks(attendee, change);
    this.met[attendee * days + dayOf[from]] -= 1;
    this.met[attendee * days + dayOf[to]] += 1;
  }

  addBreaks(attendee: number, change: number): void {
    if (change === 0) return;
    const fair = this.instance.fair[attendee];
    const now = this.breaksOf[attendee];
    if (now === 0) this.enlist(attendee);
    else if (now + change === 0) this.strike(attendee);
    this.breaksOf[attendee] = now + change;
    this.breaks += change;
    this.unfair += Math.max(0, now + change - fair) - Math.max(0, now - fair);
  }

  private enlist(attendee: number): void {
    this.place[attendee] = this.brokenCount;
    this.broken[this.brokenCount++] = attendee;
  }

  private strike(attendee: number): void {
    const last = this.broken[--this.brokenCount];
    this.broken[this.place[attendee]] = last;
    this.place[last] = this.place[attendee];
  }

  private neighbours(attendee: number, slot: number, except: number): number {
    const row = attendee * this.instance.slots;
    const left = this.previous[slot];
    const right = this.next[slot];
    return (
      (left >= 0 && left !== except && this.at[row + left] >= 0 ? 1 : 0) +
      (right >= 0 && right !== except && this.at[row + right] >= 0 ? 1 : 0)
    );
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
