import type { Instance } from './instance.js';

/** A set that cannot all be placed (an unsatisfiable core), and how many of what it counts are left out where the most is placed. */
export interface Core {
  readonly meetings: readonly number[];
  /** Counted besides: each time that the core at a position before this one has at least `count` left out. */
  readonly surpluses: readonly Surplus[];
  readonly least: number;
  readonly most: number;
}

export interface Surplus {
  readonly core: number;
  readonly count: number;
}

/**
 * What plans that place the greatest sum of priorities may leave out. The cores together say exactly that: whatever keeps
 * within all of them, and places every meeting of no core, places as much as can be. Without cores, all are placed.
 */
export class Omissions {
  /** 1 where the meeting may be left out; all others are certainly placed: [meeting]. */
  readonly optional: Uint8Array;
  /** The narrowest core of each meeting, by position, -1 where it is in none. */
  private readonly coreOf: Int32Array;

  constructor(
    private readonly instance: Instance,
    readonly cores: readonly Core[] = [],
    optional: readonly number[] = [],
    /** The sum of priorities that every such plan leaves out. */
    private readonly priority = 0,
  ) {
    this.optional = new Uint8Array(instance.meetings);
    for (const m of optional) this.optional[m] = 1;
    this.coreOf = new Int32Array(instance.meetings).fill(-1);
    cores.forEach(({ meetings, most }, core) => {
      for (const m of meetings) {
        const other = this.coreOf[m];
        if (other < 0 || cores[other].most > most) this.coreOf[m] = core;
      }
    });
  }

  /** At most so many of these meetings are left out: by the cores they are in, and by what they weigh. */
  mostOf(meetings: readonly number[]): number {
    if (this.cores.length === 0) return 0;
    const here = meetings.filter((m) => this.optional[m]);
    const byCore = new Map<number, number>();
    for (const m of here) byCore.set(this.coreOf[m], (byCore.get(this.coreOf[m]) ?? 0) + 1);
    let byCores = 0;
    for (const [core, count] of byCore) byCores += Math.min(count, this.cores[core].most);
    return Math.min(byCores, this.mostByWeight(here));
  }

  /** At least so many of these meetings are left out: by cores of them alone that share none. */
  leastOf(meetings: readonly number[]): number {
    const open = new Set(meetings.filter((m) => this.optional[m] || this.coreOf[m] >= 0));
    let sum = 0;
    for (const { meetings: own, surpluses, least } of this.cores) {
      if (surpluses.length > 0 || !own.every((m) => open.has(m))) continue;
      for (const m of own) open.delete(m);
      sum += least;
    }
    return sum;
  }

  private mostByWeight(meetings: readonly number[]): number {
    const weights = meetings.map((m) => this.instance.priority[m]).sort((one, other) => one - other);
    let left = this.priority;
    const tooMany = weights.findIndex((weight) => (left -= weight) < 0);
    return tooMany < 0 ? weights.length : tooMany;
  }
}
