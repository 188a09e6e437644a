import type { Pace } from '../bound.js';
import type { Instance } from '../instance.js';
import { FALSE, TRUE, type Clauses } from './clauses.js';
import { atLeast, count, type Unary } from './count.js';
import type { MeetingSlots } from './meeting-slots.js';

/** The days of one attendee: busy or idle at each slot, how many meetings by then, and how many breaks. */
export class AttendeeDay {
  /** "Busy at the slot." */
  readonly busy: readonly number[];
  /** Breaks in unary, counted up to one above the fair number. */
  readonly breaks: Unary;
  /** "At least k meetings by the end of the slot": [slot][k - 1]. */
  readonly reached: readonly Unary[];
  /** The most meetings that there can be. All of them are held, unless some may be left out. */
  private readonly total: number;

  constructor(
    private readonly clauses: Clauses,
    private readonly instance: Instance,
    private readonly pace: Pace,
    slotsOf: MeetingSlots,
    limits: { readonly fewest: number; readonly fair: number },
  ) {
    this.total = pace.meetings.length === pace.sure ? pace.sure : Math.min(pace.meetings.length, pace.most.at(-1)!);
    this.busy = Array.from({ length: instance.slots }, (_, slot) => this.meetsAt(slotsOf, slot));
    this.reached = this.countMeetings();
    this.breaks = this.countBreaks(limits);
    if (this.total >= 2) this.stayTogetherWithoutBreak();
  }

  private meetsAt(slotsOf: MeetingSlots, slot: number): number {
    const { clauses, pace } = this;
    const here = pace.meetings.map((meeting) => slotsOf.at(meeting, slot)).filter((literal) => literal !== FALSE);
    if (!pace.usable[slot]) {
      for (const literal of here) clauses.add(-literal);
      return FALSE;
    }
    clauses.atMostOne(here);
    return clauses.either(here);
  }

  /** A counter over the slots, exact both ways, that ends at the number of meetings held. */
  private countMeetings(): Unary[] {
    const { clauses, pace, busy, total } = this;
    const reached: number[][] = [];
    for (let slot = 0; slot < busy.length; slot++) {
      const known = (k: number): number =>
        k <= pace.least[slot] ? TRUE : k > pace.most[slot] ? FALSE : clauses.variable();
      reached.push(Array.from({ length: total }, (_, k) => known(k + 1)));
      const before = reached[slot - 1] ?? [];
      clauses.add(-busy[slot], -(total > 0 ? atLeast(before, total) : TRUE));
      for (let k = 1; k <= total; k++) {
        const now = reached[slot][k - 1];
        clauses.add(-atLeast(before, k), now);
        clauses.add(-busy[slot], -atLeast(before, k - 1), now);
        clauses.add(-now, atLeast(before, k), busy[slot]);
        clauses.add(-now, atLeast(before, k - 1));
        if (k > 1) clauses.add(-now, reached[slot][k - 2]);
      }
    }
    return reached;
  }

  private oneDay(): boolean {
    return this.instance.days === 1;
  }

  /** "Has met today, at this slot or before." */
  private metByList(): number[] {
    if (this.oneDay()) return this.reached.map((number) => atLeast(number, 1));
    const met: number[] = [];
    this.busy.forEach((busy, slot) =>
      met.push(this.clauses.either([this.sameDay(slot - 1, slot) ? met[slot - 1] : FALSE, busy])),
    );
    return met;
  }

  /** "Will meet today, at this slot or after." */
  private willMeetList(): number[] {
    const { busy, reached, pace, total } = this;
    if (this.oneDay() && pace.sure === total)
      return busy.map((_, slot) => (slot === 0 ? TRUE : -atLeast(reached[slot - 1], total)));
    const will: number[] = new Array<number>(busy.length).fill(FALSE);
    for (let slot = busy.length - 1; slot >= 0; slot--) {
      will[slot] = this.clauses.either([this.sameDay(slot, slot + 1) ? will[slot + 1] : FALSE, busy[slot]]);
      // Implied, but not seen at once.
      if (this.oneDay()) this.clauses.add(atLeast(reached[slot - 1] ?? [], pace.sure), will[slot]);
    }
    return will;
  }

  private sameDay(one: number, other: number): boolean {
    const { dayOf, slots } = this.instance;
    return one >= 0 && other < slots && dayOf[one] === dayOf[other];
  }

  private countBreaks({ fewest, fair }: { readonly fewest: number; readonly fair: number }): Unary {
    const { clauses, busy, total } = this;
    if (total < 2) return [];
    const met = this.metByList();
    const ends: number[] = [];
    for (let slot = 1; slot + 1 < busy.length; slot++) {
      if (!this.sameDay(slot - 1, slot) || !this.sameDay(slot, slot + 1)) continue;
      if (busy[slot + 1] === FALSE || busy[slot] === TRUE || met[slot] === FALSE) continue;
      const end = clauses.variable();
      clauses.add(busy[slot], -met[slot], -busy[slot + 1], end);
      ends.push(end);
    }
    const counted = count(clauses, ends, Math.min(total - 1, Math.max(fair, fewest) + 1), 'up');
    return counted.map((literal, k) => (k < fewest ? TRUE : literal));
  }

  /**
   * The lever of the whole encoding: who has no break meets at a row of slots, so any two of them settle those between, and
   * the row is as long as the meetings held are many.
   */
  private stayTogetherWithoutBreak(): void {
    const { clauses, busy, pace, total } = this;
    const held = this.reached[busy.length - 1];
    const broken = atLeast(this.breaks, 1);
    const met = this.metByList();
    const will = this.willMeetList();
    for (let slot = 0; slot < busy.length; slot++) {
      clauses.add(broken, -met[slot], -will[slot], busy[slot]);
      if (!this.oneDay()) continue;
      for (let row = Math.max(1, pace.sure); row <= total && slot + row < busy.length; row++) {
        clauses.add(broken, -met[slot], -will[slot + row], atLeast(held, row + 1));
        clauses.add(broken, met[slot], will[slot + row], -atLeast(held, row));
      }
    }
  }
}
