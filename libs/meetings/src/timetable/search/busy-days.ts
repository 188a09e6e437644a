import type { Instance } from '../instance.js';

/** What one break above the fair number costs: more than any chain of meetings could save elsewhere. */
const UNFAIR = 8;

/**
 * Who is busy when, with everybody's breaks counted as that changes. Slots of days that differ are no neighbours. Nothing in
 * it depends on the number of slots: there are no bit masks that could run full.
 */
export class BusyDays {
  /** Meeting of an attendee at a slot, -1 when idle: [attendee * slots + slot]. */
  readonly at: Int32Array;
  readonly breaksOf: Int32Array;
  breaks = 0;
  /** Breaks above the fair number, over all attendees. */
  unfair = 0;
  /** The slot before and after on the same day, -1 at its edges. */
  readonly previous: Int32Array;
  readonly next: Int32Array;
  /** Those who have breaks now, in no order: the first `brokenCount`. */
  readonly broken: Int32Array;
  brokenCount = 0;
  private readonly place: Int32Array;
  protected readonly met: Int32Array;

  constructor(readonly instance: Instance) {
    const { attendees, slots, days, dayOf } = instance;
    this.at = new Int32Array(attendees * slots).fill(-1);
    this.breaksOf = new Int32Array(attendees);
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
}
