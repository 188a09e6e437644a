import type { Instance } from '../instance.js';
import { Annealing } from './annealing.js';
import { Cooling } from './cooling.js';
import { Insertion } from './insertion.js';
import { Random } from './random.js';
import { Timetable, type Snapshot } from './timetable.js';

/** What the search compares, most important first; smaller is better in all but the priority. */
export interface Score {
  readonly priority: number;
  /** Breaks above the fair number. */
  readonly unfair: number;
  readonly breaks: number;
  /** Only told, not compared: meetings placed, and breaks of the attendee who has most. */
  readonly placed: number;
  readonly worst: number;
}

export function isBetter(one: Score, other: Score): boolean {
  if (one.priority !== other.priority) return one.priority > other.priority;
  if (one.unfair !== other.unfair) return one.unfair < other.unfair;
  return one.breaks < other.breaks;
}

export function scoreOf({ placedPriority, unfair, breaks, placed, breaksOf }: Timetable): Score {
  let worst = 0;
  for (const own of breaksOf) if (own > worst) worst = own;
  return { priority: placedPriority, unfair, breaks, placed, worst };
}

/** Moves at one temperature. */
const PLATEAU = 500;

/**
 * A timetable at once, then better ones: annealing in cycles that grow longer, each begun from the best so far or from where
 * the last one ended. For a seed and a number of steps it always does the same.
 */
export class LocalSearch {
  readonly timetable: Timetable;
  best: Snapshot;
  bestScore: Score;
  steps = 0;
  private readonly random: Random;
  private readonly insertion: Insertion;
  private readonly annealing: Annealing;
  private readonly cooling: Cooling;

  constructor(instance: Instance, seed: number) {
    this.random = new Random(seed);
    this.timetable = new Timetable(instance);
    this.insertion = new Insertion(this.timetable, this.random);
    this.annealing = new Annealing(this.timetable, this.random);
    this.cooling = new Cooling(instance.meetings);
    this.best = this.timetable.snapshot();
    this.bestScore = scoreOf(this.timetable);
  }

  /** Places as many as it can, beginning from `start`. */
  begin(start?: Snapshot, patience = 3_000): void {
    const { timetable, insertion } = this;
    if (start) timetable.restore(start);
    this.keepBest();
    insertion.placeAll();
    insertion.placeRest(timetable.placed < timetable.instance.meetings ? patience : 0);
    this.keepBest();
  }

  /** Goes on from a timetable that somebody else found, if it is better. */
  adopt(snapshot: Snapshot): void {
    const kept = this.timetable.snapshot();
    this.timetable.restore(snapshot);
    const better = this.keepBest();
    if (!better || this.cooling.isLast) this.timetable.restore(kept);
    else this.cooling.restart();
  }

  /** Tries so many moves; true when a better timetable was found meanwhile. `share`: how much of the time is over, if known. */
  advance(moves: number, share?: number): boolean {
    let found = false;
    for (let left = moves; left > 0; left -= PLATEAU) {
      if (this.cooling.fresh) found = this.beginCycle() || found;
      this.annealing.heat(this.cooling.temperature(share));
      found = this.plateau() || found;
      if (this.cooling.spend(PLATEAU)) this.endCycle();
    }
    return found;
  }

  private plateau(): boolean {
    const { timetable, annealing } = this;
    let found = false;
    for (let i = 0; i < PLATEAU; i++) {
      annealing.step();
      if (timetable.breaks < this.bestScore.breaks || timetable.unfair < this.bestScore.unfair)
        found = this.keepBest() || found;
    }
    this.steps += PLATEAU;
    return found;
  }

  /** Annealing never changes what is placed, so every cycle begins with another try for what is not. */
  private beginCycle(): boolean {
    const { timetable, insertion, random } = this;
    if (timetable.placed === timetable.instance.meetings) return false;
    if (random.fraction() < 0.5) timetable.restore(this.best);
    insertion.placeRest(500);
    const found = this.keepBest();
    if (timetable.placedPriority < this.bestScore.priority) timetable.restore(this.best);
    return found;
  }

  private endCycle(): void {
    if (this.random.fraction() < 0.3) this.timetable.restore(this.best);
  }

  private keepBest(): boolean {
    const { placedPriority: priority, unfair, breaks } = this.timetable;
    if (!isBetter({ ...this.bestScore, priority, unfair, breaks }, this.bestScore)) return false;
    const score = scoreOf(this.timetable);
    this.best = this.timetable.snapshot();
    this.bestScore = score;
    return true;
  }
}
