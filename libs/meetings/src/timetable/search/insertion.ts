import { Chain } from './chain.js';
import type { Random } from './random.js';
import type { Snapshot, Timetable } from './timetable.js';

/**
 * Finds places for meetings: at a free slot, by moving a chain of others aside, or by putting out what weighs least and
 * finding a new place for that. Meetings put out often weigh more, so that the search does not run in circles.
 */
export class Insertion {
  private readonly chain: Chain;
  private readonly putOut: Int32Array;
  private readonly conflicts: number[] = [];

  constructor(
    private readonly timetable: Timetable,
    private readonly random: Random,
  ) {
    this.chain = new Chain(timetable, 60);
    this.putOut = new Int32Array(timetable.instance.meetings);
  }

  /** A first timetable at once: the tightest meetings first, each where it breaks least. */
  placeAll(): void {
    for (const meeting of this.byTightness()) {
      if (this.timetable.slotOf[meeting] < 0 && !this.placeFree(meeting)) this.placeByChain(meeting);
    }
  }

  private byTightness(): Int32Array {
    const { meetings, slots, allowed, attendees, seatStart } = this.timetable.instance;
    const { staff } = this.timetable;
    const wanted = new Int32Array(attendees);
    for (const attendee of staff) wanted[attendee] += 1;
    const room = new Float64Array(meetings);
    for (let m = 0; m < meetings; m++) {
      let busiest = 0;
      for (let seat = seatStart[m]; seat < seatStart[m + 1]; seat++) busiest = Math.max(busiest, wanted[staff[seat]]);
      for (let slot = 0; slot < slots; slot++) room[m] += allowed[m * slots + slot];
      // Priority first: what weighs more may choose before others.
      room[m] = (room[m] - busiest) / 1000 - this.timetable.instance.priority[m];
    }
    const order = this.random.shuffle(Int32Array.from({ length: meetings }, (_, m) => m));
    return order.sort((one, other) => room[one] - room[other]);
  }

  /** Puts the meeting at the free slot where it costs least. */
  placeFree(meeting: number): boolean {
    const { timetable, random } = this;
    const { slots } = timetable.instance;
    const offset = random.below(slots);
    let best = -1;
    let least = Infinity;
    for (let i = 0; i < slots; i++) {
      const slot = (i + offset) % slots;
      if (!timetable.fits(meeting, slot)) continue;
      const cost = this.costAt(meeting, slot);
      if (cost < least) {
        least = cost;
        best = slot;
      }
    }
    if (best >= 0) timetable.put(meeting, best);
    return best >= 0;
  }

  private costAt(meeting: number, slot: number): number {
    const { timetable } = this;
    const { seatStart } = timetable.instance;
    let cost = 0;
    for (let seat = seatStart[meeting]; seat < seatStart[meeting + 1]; seat++) {
      const attendee = timetable.staff[seat];
      cost += timetable.costOf(attendee, timetable.breaksGained(attendee, slot));
    }
    return cost;
  }

  /** Clears a slot for the meeting by letting one chain change sides with another slot. */
  placeByChain(meeting: number): boolean {
    const { slots } = this.timetable.instance;
    const offset = this.random.below(slots);
    for (let i = 0; i < slots; i++) {
      const slot = (i + offset) % slots;
      const blocker = this.onlyBlocker(meeting, slot);
      if (blocker < 0) continue;
      const other = this.random.below(slots);
      for (let k = 0; k < slots; k++) {
        if (this.moveAside(meeting, slot, blocker, (other + k) % slots)) return true;
      }
    }
    return false;
  }

  /** The one meeting in the way at the slot, -1 where there are none or several. */
  private onlyBlocker(meeting: number, slot: number): number {
    const { timetable } = this;
    const { slots, allowed, free, seatStart } = timetable.instance;
    if (!allowed[meeting * slots + slot]) return -1;
    let blocker = -1;
    for (let seat = seatStart[meeting]; seat < seatStart[meeting + 1]; seat++) {
      const cell = timetable.staff[seat] * slots + slot;
      if (!free[cell]) return -1;
      const other = timetable.at[cell];
      if (other < 0 || other === blocker) continue;
      if (blocker >= 0) return -1;
      blocker = other;
    }
    return blocker >= 0 ? blocker : this.anyoneAt(slot);
  }

  private anyoneAt(slot: number): number {
    const { slotOf, load, instance } = this.timetable;
    if (load[slot] === 0) return -1;
    const offset = this.random.below(instance.meetings);
    for (let i = 0; i < instance.meetings; i++) {
      const meeting = (i + offset) % instance.meetings;
      if (slotOf[meeting] === slot) return meeting;
    }
    return -1;
  }

  private moveAside(meeting: number, slot: number, blocker: number, other: number): boolean {
    const { chain, timetable } = this;
    if (other === slot) return false;
    chain.begin(slot, other);
    if (!chain.add(blocker) || !chain.legal) return false;
    if (timetable.load[slot] - chain.balance >= timetable.instance.tables[slot]) return false;
    chain.apply();
    if (timetable.fits(meeting, slot)) {
      timetable.put(meeting, slot);
      return true;
    }
    // The same meetings between the same slots: back to where they were.
    chain.begin(slot, other);
    chain.add(blocker);
    chain.apply();
    return false;
  }

  /**
   * Tries to place what is left, putting others out, for a number of steps without gain. Ends with the timetable that
   * places the greatest priority.
   */
  placeRest(patience: number, enough: () => boolean = () => false): void {
    const { timetable } = this;
    const hopeless = this.withoutSlot();
    let best: Snapshot | undefined;
    let bestPriority = timetable.placedPriority;
    for (let idle = 0; idle < patience && !enough(); idle++) {
      const meeting = this.anUnplaced(hopeless);
      if (meeting < 0) break;
      best ??= timetable.snapshot();
      this.force(meeting);
      if (timetable.placedPriority > bestPriority) {
        bestPriority = timetable.placedPriority;
        best = timetable.snapshot();
        idle = 0;
      }
    }
    if (best && timetable.placedPriority < bestPriority) timetable.restore(best);
  }

  private withoutSlot(): Uint8Array {
    const { meetings, slots, allowed } = this.timetable.instance;
    return Uint8Array.from({ length: meetings }, (_, m) =>
      allowed.subarray(m * slots, (m + 1) * slots).includes(1) ? 0 : 1,
    );
  }

  private anUnplaced(hopeless: Uint8Array): number {
    const { slotOf } = this.timetable;
    const offset = this.random.below(Math.max(1, slotOf.length));
    for (let i = 0; i < slotOf.length; i++) {
      const meeting = (i + offset) % slotOf.length;
      if (slotOf[meeting] < 0 && !hopeless[meeting]) return meeting;
    }
    return -1;
  }

  private force(meeting: number): void {
    const { timetable, random } = this;
    if (this.placeFree(meeting) || this.placeByChain(meeting)) return;
    const slot = this.slotOfLeastWeight(meeting);
    if (slot < 0) return;
    const out = this.inTheWay(meeting, slot).slice();
    for (const other of out) {
      timetable.take(other);
      this.putOut[other] += 1;
    }
    if (!timetable.fits(meeting, slot)) return out.forEach((other) => void this.placeFree(other));
    timetable.put(meeting, slot);
    for (const other of out) if (!this.placeFree(other) && random.fraction() < 0.9) this.placeByChain(other);
  }

  private slotOfLeastWeight(meeting: number): number {
    const { slots, allowed } = this.timetable.instance;
    let best = -1;
    let least = Infinity;
    for (let slot = 0; slot < slots; slot++) {
      if (!allowed[meeting * slots + slot]) continue;
      let weight = this.random.fraction();
      for (const other of this.inTheWay(meeting, slot)) weight += this.weight(other);
      if (weight < least) {
        least = weight;
        best = slot;
      }
    }
    return best;
  }

  private weight(meeting: number): number {
    return this.timetable.instance.priority[meeting] * (1 + this.putOut[meeting] / 4);
  }

  /** The meetings that must go if this one is to be at the slot. */
  private inTheWay(meeting: number, slot: number): number[] {
    const { timetable, conflicts } = this;
    const { instance, slotOf } = timetable;
    conflicts.length = 0;
    const add = (other: number): void => {
      if (other >= 0 && !conflicts.includes(other)) conflicts.push(other);
    };
    for (let seat = instance.seatStart[meeting]; seat < instance.seatStart[meeting + 1]; seat++) {
      const attendee = timetable.staff[seat];
      const other = timetable.at[attendee * instance.slots + slot];
      add(other);
      if (other < 0 && timetable.count[attendee] >= instance.caps[attendee]) add(this.lightestOf(attendee));
    }
    const { before, beforeStart, after, afterStart } = instance;
    for (let i = beforeStart[meeting]; i < beforeStart[meeting + 1]; i++) if (slotOf[before[i]] >= slot) add(before[i]);
    for (let i = afterStart[meeting]; i < afterStart[meeting + 1]; i++)
      if (slotOf[after[i]] <= slot && slotOf[after[i]] >= 0) add(after[i]);
    const leaving = conflicts.reduce((sum, other) => sum + (slotOf[other] === slot ? 1 : 0), 0);
    if (timetable.load[slot] - leaving >= instance.tables[slot]) add(this.anyoneAt(slot));
    return conflicts;
  }

  private lightestOf(attendee: number): number {
    const { at, instance } = this.timetable;
    let lightest = -1;
    for (let slot = 0; slot < instance.slots; slot++) {
      const meeting = at[attendee * instance.slots + slot];
      if (meeting >= 0 && (lightest < 0 || this.weight(meeting) < this.weight(lightest))) lightest = meeting;
    }
    return lightest;
  }
}
