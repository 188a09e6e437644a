import type { Instance } from '../instance.js';
import { Omissions } from '../omissions.js';
import { packed, unpacked } from './shared-omissions.js';

/** What all threads see at once: a few numbers in shared memory, each read and written atomically. */
export class Board {
  private readonly cells: Int32Array;
  /** Written once, before all can see that `most` has fallen. */
  private readonly leftOut: Int32Array;

  constructor(readonly memory: SharedArrayBuffer) {
    this.cells = new Int32Array(memory, 0, CELLS);
    this.leftOut = new Int32Array(memory, CELLS * Int32Array.BYTES_PER_ELEMENT);
  }

  static of({ meetings, priority }: Instance): Board {
    const memory = new SharedArrayBuffer((CELLS + ROOM * meetings) * Int32Array.BYTES_PER_ELEMENT);
    const cells = new Int32Array(memory);
    cells[Cell.Upper] = NOTHING_YET;
    cells[Cell.Share] = -1;
    cells[Cell.Most] = priority.reduce((sum, one) => sum + one, 0);
    return new Board(memory);
  }

  get stopped(): boolean {
    return this.read(Cell.Stop) === 1;
  }

  stop(): void {
    Atomics.store(this.cells, Cell.Stop, 1);
  }

  /** Gives the processor away for a moment; not for a thread that others share. */
  rest(): void {
    Atomics.wait(this.cells, Cell.Stop, 0, 2);
  }

  /** Breaks that every plan that places `most` must have. */
  get lower(): number {
    return this.read(Cell.Lower);
  }

  raise(breaks: number): boolean {
    return this.change(Cell.Lower, breaks, (now) => breaks > now);
  }

  /** Breaks of the best fair plan that places `most`; `NOTHING_YET` before there is one. */
  get upper(): number {
    return this.read(Cell.Upper);
  }

  fall(breaks: number): boolean {
    return this.change(Cell.Upper, breaks, (now) => breaks < now);
  }

  /** Whether the first timetable stands: after that, what is not placed is known to be hard to place. */
  get begun(): boolean {
    return this.read(Cell.Begun) === 1;
  }

  begin(priority: number): void {
    this.place(priority);
    Atomics.store(this.cells, Cell.Begun, 1);
  }

  /** The greatest sum of placed priorities so far. */
  get placed(): number {
    return this.read(Cell.Placed);
  }

  place(priority: number): boolean {
    return this.change(Cell.Placed, priority, (now) => priority > now);
  }

  /** The greatest sum of priorities that can be placed: all, until it is proved to be less. */
  get most(): number {
    return this.read(Cell.Most);
  }

  /**
   * No plan places more than `most`, and a plan does. Bounds so far were of plans that place all, of which there are none: they
   * are forgotten first. False when there is too much to say about what may be left out; then nothing changes.
   */
  settle(most: number, omissions: Omissions): boolean {
    const words = packed(omissions);
    if (words.length > this.leftOut.length) return false;
    this.leftOut.set(words);
    Atomics.store(this.cells, Cell.Lower, 0);
    Atomics.store(this.cells, Cell.Most, most);
    return true;
  }

  /** What plans that place `most` may leave out. */
  omissions(instance: Instance): Omissions {
    const left = instance.priority.reduce((sum, one) => sum + one, 0) - this.most;
    return left === 0 ? new Omissions(instance) : unpacked(instance, this.leftOut, left);
  }

  /** Moves tried by all threads. */
  get moves(): number {
    return this.read(Cell.ThousandMoves) * 1_000;
  }

  count(moves: number): void {
    Atomics.add(this.cells, Cell.ThousandMoves, Math.round(moves / 1_000));
  }

  /** How much of the time is over, from 0 to 1; undefined where there is no end to it. */
  get share(): number | undefined {
    const thousandths = this.read(Cell.Share);
    return thousandths < 0 ? undefined : thousandths / 1_000;
  }

  pass(share: number): void {
    Atomics.store(this.cells, Cell.Share, Math.round(Math.min(1, share) * 1_000));
  }

  get proved(): boolean {
    return this.lower >= this.upper;
  }

  private read(cell: Cell): number {
    return Atomics.load(this.cells, cell);
  }

  private change(cell: Cell, value: number, wanted: (now: number) => boolean): boolean {
    for (;;) {
      const now = this.read(cell);
      if (!wanted(now)) return false;
      if (Atomics.compareExchange(this.cells, cell, now, value) === now) return true;
    }
  }
}

export const NOTHING_YET = 0x3fffffff;

const CELLS = 8;
/** Numbers for each meeting that may tell what can be left out: more would be more than solvers are good for. */
const ROOM = 64;

const enum Cell {
  Stop,
  Lower,
  Upper,
  Begun,
  Placed,
  /** In thousands of moves. */
  ThousandMoves,
  /** In thousandths. */
  Share,
  Most,
}
