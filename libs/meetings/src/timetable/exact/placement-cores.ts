import type { Instance } from '../instance.js';
import { Omissions, type Core, type Surplus } from '../omissions.js';
import { FALSE } from './clauses.js';
import { atLeast, count, type Unary } from './count.js';
import type { PlacementModel } from './placement-model.js';
import type { Quota } from './quotas.js';

/** Something that costs its weight when it is not so: a meeting is placed, or a core has less than so many left out. */
interface Wish {
  readonly literal: number;
  readonly of: number | Surplus;
  /** What it still costs, when what the cores found so far account for is taken away. */
  weight: number;
}

/** Of these at least `lost` do not come true, at the same cost each. */
interface Loss {
  readonly wishes: readonly Wish[];
  readonly lost: number;
  readonly weight: number;
}

interface Totalizer extends Loss {
  readonly leftOut: Unary;
}

/**
 * The sum of priorities that must be left out, raised from below by unsatisfiable cores (OLL, in strata of weight). Each core
 * costs the least weight in it; how many of it are left out beyond the first costs that much again.
 */
export class PlacementCores {
  /** The sum of priorities that every plan leaves out. */
  least = 0;
  private readonly wishes: Wish[];
  private readonly totalizers: Totalizer[] = [];
  /** Found since the solver last said yes: cores apart from each other come first, then what is beyond them. */
  private waiting: Wish[] = [];
  private stratum: number;

  /** `limit`: what a plan at hand leaves out, so that nothing worse need be counted. */
  constructor(
    private readonly instance: Instance,
    private readonly model: PlacementModel,
    limit: number,
  ) {
    this.wishes = model.placed.map((literal, m) => ({ literal, of: m, weight: instance.priority[m] }));
    this.stratum = this.wishes.reduce((most, { weight }) => Math.max(most, weight), 1);
    const hopeless = this.wishes.filter(({ literal }) => literal === FALSE).map((wish) => this.lose([wish], 1));
    const losses = [...hopeless, ...model.quotas.flatMap((quota) => this.lossesOf(quota))];
    // Counted when all is known that they cost: the less is open, the fewer may be left out.
    for (const loss of losses) this.count(loss, limit);
  }

  private lossesOf({ meetings, most }: Quota): Loss[] {
    const losses: Loss[] = [];
    for (;;) {
      const core = meetings.map((m) => this.wishes[m]).filter(({ weight }) => weight > 0);
      if (core.length <= most) return losses;
      losses.push(this.lose(core, core.length - most));
    }
  }

  /** The literals to assume next. */
  get assumed(): number[] {
    return this.wishes.filter(({ weight }) => weight >= this.stratum).map(({ literal }) => literal);
  }

  /** Not all of these assumptions can hold. */
  add(assumptions: readonly number[], limit: number): void {
    const blamed = new Set(assumptions);
    this.model.clauses.add(...assumptions.map((literal) => -literal));
    const core = this.wishes.filter(({ literal, weight }) => weight > 0 && blamed.has(literal));
    if (core.length === 0) throw new Error('The clauses allow no plan at all, though one is at hand');
    this.count(this.lose(core, 1), limit);
  }

  /** At least `lost` of these do not come true: that much is sure to be lost. */
  private lose(wishes: readonly Wish[], lost: number): Loss {
    const weight = wishes.reduce((least, wish) => Math.min(least, wish.weight), Infinity);
    for (const wish of wishes) wish.weight -= weight;
    this.least += weight * lost;
    return { wishes, lost, weight };
  }

  /** What is lost beyond that is wished not to be, and cannot be where it would be worse than the plan at hand. */
  private count({ wishes, lost, weight }: Loss, limit: number): void {
    const { clauses } = this.model;
    const gap = limit - this.least;
    for (const wish of wishes) if (wish.weight > gap) clauses.add(wish.literal);
    const open = wishes.filter((wish) => wish.weight <= gap);
    const tooMany = Math.floor(gap / weight) + 1 + lost;
    const literals = open.map(({ literal }) => -literal);
    const leftOut = count(clauses, literals, Math.min(tooMany, open.length), 'up');
    if (tooMany <= open.length) clauses.add(-atLeast(leftOut, tooMany));
    this.totalizers.push({ wishes: open, lost, weight, leftOut });
    this.wish({ core: this.totalizers.length - 1, count: lost + 1 }, weight);
    for (const { of } of wishes) if (typeof of === 'object') this.wish({ ...of, count: of.count + 1 }, weight);
  }

  /** That no more of a core are left out than so many would cost nothing. */
  private wish(surplus: Surplus, weight: number): void {
    const literal = -atLeast(this.totalizers[surplus.core].leftOut, surplus.count);
    const same = [...this.wishes, ...this.waiting].find((wish) => wish.literal === literal);
    if (same) same.weight += weight;
    else if (literal !== -FALSE) this.waiting.push({ literal, of: surplus, weight });
  }

  /** All that was assumed can hold: what to ask then. False when nothing is left to ask. */
  next(): boolean {
    const open = [...this.wishes, ...this.waiting].filter(({ weight }) => weight > 0);
    const unasked = open.filter(({ weight }) => weight < this.stratum);
    if (this.waiting.length === 0 && unasked.length === 0) return false;
    if (!this.waiting.some(({ weight }) => weight >= this.stratum)) {
      // By halves: weights as many as meetings would ask as many questions.
      const heaviest = unasked.reduce((most, { weight }) => Math.max(most, weight), 1);
      this.stratum = Math.min(heaviest, Math.max(1, this.stratum >> 1));
    }
    this.wishes.push(...this.waiting);
    this.waiting = [];
    return true;
  }

  /** What a plan at hand proves the most that can be placed, `least` being left out: the wishes that still cost hold. */
  omissions(): Omissions {
    const open = [...this.wishes, ...this.waiting].filter(({ weight }) => weight > 0);
    const cores = this.totalizers.map(({ wishes, lost }, core): Core => {
      const beyond = open.flatMap(({ of }) => (typeof of === 'object' && of.core === core ? [of.count - 1] : []));
      const own = wishes.map(({ of }) => of);
      return {
        meetings: own.filter((of) => typeof of === 'number'),
        surpluses: own.filter((of) => typeof of === 'object'),
        least: lost,
        most: Math.min(wishes.length, ...beyond),
      };
    });
    const optional = this.wishes.flatMap(({ of, weight }) => (typeof of === 'number' && weight === 0 ? [of] : []));
    return new Omissions(this.instance, cores, optional, this.least);
  }
}
