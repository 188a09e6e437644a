/** What all threads see at once: a few numbers in shared memory, each read and written atomically. */
export class Board {
  readonly cells: Int32Array;

  constructor(readonly memory: SharedArrayBuffer = Board.fresh()) {
    this.cells = new Int32Array(memory);
  }

  private static fresh(): SharedArrayBuffer {
    const memory = new SharedArrayBuffer(8 * Int32Array.BYTES_PER_ELEMENT);
    const cells = new Int32Array(memory);
    cells[Cell.Upper] = NOTHING_YET;
    cells[Cell.Share] = -1;
    return memory;
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

  /** Breaks that every plan that places all must have. */
  get lower(): number {
    return this.read(Cell.Lower);
  }

  raise(breaks: number): boolean {
    return this.change(Cell.Lower, breaks, (now) => breaks > now);
  }

  /** Breaks of the best fair plan that places all; `NOTHING_YET` before there is one. */
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
}
