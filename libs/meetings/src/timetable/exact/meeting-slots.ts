import type { Outlook } from '../bound.js';
import type { Instance } from '../instance.js';
import { FALSE, TRUE, type Clauses } from './clauses.js';

/** One variable per meeting and slot that remains to it, and who must keep apart. */
export class MeetingSlots {
  private readonly literals: Int32Array;
  private readonly ladders = new Map<number, readonly number[]>();

  constructor(
    private readonly clauses: Clauses,
    private readonly instance: Instance,
    private readonly outlook: Pick<Outlook, 'earliest' | 'latest'>,
  ) {
    const { meetings, slots, allowed } = instance;
    this.literals = new Int32Array(meetings * slots).fill(FALSE);
    for (let m = 0; m < meetings; m++) {
      for (let slot = outlook.earliest[m]; slot <= outlook.latest[m]; slot++) {
        if (allowed[m * slots + slot]) this.literals[m * slots + slot] = clauses.variable();
      }
    }
  }

  /** "The meeting is at the slot." */
  at(meeting: number, slot: number): number {
    return this.literals[meeting * this.instance.slots + slot];
  }

  /** The literals of a meeting, over its slots. */
  of(meeting: number): number[] {
    return this.between(meeting, 0, this.instance.slots);
  }

  /** The literals of a meeting, over its slots from the first up to one before the second. */
  between(meeting: number, from: number, to: number): number[] {
    const row = meeting * this.instance.slots;
    return [...this.literals.subarray(row + from, row + to)].filter((literal) => literal !== FALSE);
  }

  /** Every meeting has a slot, unless it is one that may be left out. Literals for "is placed", by meeting. */
  place(optional: Uint8Array): number[] {
    return Array.from(optional, (mayBeLeftOut, m) => {
      if (mayBeLeftOut) return this.clauses.either(this.of(m));
      this.clauses.add(...this.of(m));
      return TRUE;
    });
  }

  onceEach(): void {
    for (let m = 0; m < this.instance.meetings; m++) this.clauses.atMostOne(this.of(m));
  }

  /** Whatever must come before is over when a meeting begins: it was at a slot before, or is not placed. */
  keepOrder(placed: (meeting: number) => number): void {
    const { before, beforeStart, meetings } = this.instance;
    for (let m = 0; m < meetings; m++) {
      for (let i = beforeStart[m]; i < beforeStart[m + 1]; i++) {
        const earlier = before[i];
        const by = this.by(earlier);
        for (let slot = this.outlook.earliest[m]; slot <= this.outlook.latest[m]; slot++) {
          this.clauses.add(-this.at(m, slot), slot > 0 ? by[slot - 1] : FALSE, -placed(earlier));
        }
      }
    }
  }

  /** Literals for "the meeting is at this slot or before", by slot. */
  by(meeting: number): readonly number[] {
    const known = this.ladders.get(meeting);
    if (known) return known;
    const by: number[] = [];
    for (let slot = 0; slot < this.instance.slots; slot++) {
      by.push(this.clauses.either([by[slot - 1] ?? FALSE, this.at(meeting, slot)]));
    }
    this.ladders.set(meeting, by);
    return by;
  }

  /** Reads the slots from a solver's answer, -1 where a meeting is not placed. */
  read(isTrue: (literal: number) => boolean): Int32Array {
    const { meetings, slots } = this.instance;
    const slotOf = new Int32Array(meetings).fill(-1);
    for (let m = 0; m < meetings; m++) {
      for (let slot = 0; slot < slots; slot++) {
        const literal = this.at(m, slot);
        if (literal !== FALSE && isTrue(literal)) slotOf[m] = slot;
      }
    }
    return slotOf;
  }
}
