/** Where a cycle that has as long as it likes begins and ends: warm enough to forget the last one, and no warmer. */
const HOT = 0.3;
const COLD = 0.14;
/** Where the one cycle that the time allows begins and ends: a large event that starts hotter is still hot when time is over. */
const WARM = 0.33;
const COOL = 0.12;
/** Each cycle is so much longer than the last: good soon, and never stuck at soon. */
const GROWTH = 1.7;
/** Moves per meeting that make a series of cycles worth more than one. */
const ENOUGH = 12_000;
/** Whole cycles that the rest of the time must still allow: one that is cut off while warm has been for nothing. */
const WHOLE = 2;
/** The share of the time after which the last cycle stays cool. */
const LAST = 0.97;

/**
 * The temperature of annealing, move after move. Cycles that grow; but where the time that is left (a share of it is told
 * with every question) allows only few moves per meeting, one cycle takes all of it.
 */
export class Cooling {
  private length: number;
  private inCycle = 0;
  private cycles = 0;
  /** The share at which the present cycle began. */
  private begunAt = 0;
  private last = false;

  constructor(private readonly meetings: number) {
    this.length = Math.max(60_000, meetings * 60);
  }

  /** Whether a cycle is about to begin. */
  get fresh(): boolean {
    return this.inCycle === 0;
  }

  /** Whether the one cycle that lasts until the end is under way: nothing from elsewhere should disturb it. */
  get isLast(): boolean {
    return this.last;
  }

  /** `share`: how much of the time is over, from 0 to 1; absent when nobody knows. */
  temperature(share?: number): number {
    if (this.fresh) this.begin(share);
    if (!this.last || share === undefined) return between(HOT, COLD, this.inCycle / this.length);
    return between(WARM, COOL, Math.min(1, (share - this.begunAt) / Math.max(0.001, LAST - this.begunAt)));
  }

  /** True when the cycle ended with these moves. */
  spend(moves: number): boolean {
    this.inCycle += moves;
    if (this.last || this.inCycle < this.length) return false;
    this.restart();
    this.length = Math.ceil(this.length * GROWTH);
    this.cycles += 1;
    return true;
  }

  /** Begins the cycle anew, for the timetable is another one now. */
  restart(): void {
    if (!this.last) this.inCycle = 0;
  }

  private begin(share?: number): void {
    const since = share === undefined ? 0 : share - this.begunAt;
    if (share !== undefined && this.cycles > 0 && since > 0) {
      const movesBefore = this.length / GROWTH;
      const left = (movesBefore * (1 - share)) / since;
      this.last = left < Math.max(this.meetings * ENOUGH, this.length * WHOLE);
    }
    this.begunAt = share ?? 0;
  }
}

function between(from: number, to: number, part: number): number {
  return from * Math.pow(to / from, part);
}
