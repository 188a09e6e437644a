import { compile } from '../compile.js';
import { contradictionsOf, type Contradiction } from '../contradictions.js';
import type { Instance } from '../instance.js';
import { LivePlan } from '../live/live-plan.js';
import { startFrom } from './plan.js';
import type { Plan, TimetableProblem } from '../problem.js';
import { isBetterQuality, qualityOf, type Quality } from '../quality.js';
import { isBetter, LocalSearch, type Score } from '../search/local-search.js';
import { polish } from '../search/polish.js';
import { Random } from '../search/random.js';
import { Timetable, type Snapshot } from '../search/timetable.js';
import { finish } from '../tables/finish.js';
import { Board } from './board.js';
import { Crew } from './crew.js';
import type { Finder, Report } from './role.js';
import type { Assignment } from './roles.js';
import { Stream } from './stream.js';

export interface OptimiseOptions {
  /** Milliseconds from any origin; the engine has no clock of its own. */
  readonly now: () => number;
  /** Ends after so many seconds with the best so far. Without it, when proved or stopped. */
  readonly seconds?: number;
  /** Ends after so many moves instead: the same seed and number give the same plan. Exact proofs are not tried. */
  readonly steps?: number;
  readonly seed?: number;
  /** A plan to begin from; the answer is never worse. */
  readonly start?: Plan;
  /** False: everything takes turns in the calling thread, in slices of some milliseconds. */
  readonly threads?: boolean;
}

/** How far it is, from the first milliseconds on. */
export interface Progress {
  readonly placed: number;
  readonly meetings: number;
  /** Breaks of the attendee who has most, and of all. */
  readonly worst: number;
  readonly breaks: number;
  /** No plan that places as much has fewer breaks than this; 0 while it is not known how much can be placed. */
  readonly bound: number;
  /** (breaks - bound) / breaks: 0 when proved, 1 at most. */
  readonly gap: number;
  readonly seconds: number;
  readonly foundBy: Finder;
}

export interface Answer extends Progress {
  readonly plan: Plan;
  readonly quality: Quality;
  /** Moves that the search tried, to the thousand. */
  readonly moves: number;
  /** No plan places a greater sum of priorities. */
  readonly priorityBound: number;
  /** That as much as possible is placed. */
  readonly placementProved: boolean;
  /** That as much as can be is placed, with the fewest breaks that this leaves, and no attendee above the fair number. */
  readonly proved: boolean;
  readonly contradictions: readonly Contradiction[];
  /** Why there was no exact proof, where the solver was to give one and could not. */
  readonly unproved?: string;
}

/** A search under way: watch it, stop it, wait for its answer. */
export interface Optimisation {
  /** One item for every better plan or bound; ends with the search. */
  readonly progress: AsyncIterable<Progress>;
  readonly answer: Promise<Answer>;
  stop(): void;
}

/** Starts to look for the best timetable. Returns at once. */
export function optimise(problem: TimetableProblem, options: OptimiseOptions): Optimisation {
  const run = new Run(compile(problem), options);
  return { progress: run.stream, answer: run.answer(), stop: () => run.stop() };
}

/** Meetings that are placed in some milliseconds. */
const AT_ONCE = 1_000;

class Run {
  readonly stream = new Stream<Progress>();
  private readonly board: Board;
  private readonly crew: Crew;
  private readonly begunAt: number;
  private best?: Snapshot;
  private score: Score = { priority: 0, unfair: 0, breaks: 0, placed: 0, worst: 0 };
  private foundBy: Finder = 'search';
  private unproved?: string;
  private priorityBound: number;

  constructor(
    private readonly instance: Instance,
    private readonly options: OptimiseOptions,
  ) {
    this.begunAt = options.now();
    this.board = Board.of(instance);
    this.priorityBound = placeablePriority(instance);
    this.crew = new Crew({
      instance,
      board: this.board,
      seed: options.seed ?? 1,
      start: options.start && startFrom(instance, options.start),
      threads: options.threads ?? true,
      report: (report) => this.hear(report),
    });
  }

  stop(): void {
    this.board.stop();
  }

  async answer(): Promise<Answer> {
    const { instance, options } = this;
    const endOfTime = this.keepTime(options.seconds);
    const roles: Assignment[] = options.steps === undefined ? ['search', 'prove'] : [{ steps: options.steps }];
    try {
      if (instance.meetings > 0 && instance.slots > 0) {
        this.placeAtOnce();
        await this.crew.work(roles);
      }
    } finally {
      endOfTime();
    }
    const timetable = new Timetable(instance);
    if (this.best) timetable.restore(this.best);
    polish(timetable, new Random(options.seed ?? 1));
    const plan = this.notWorseThanStart(finish(timetable, options.seed ?? 1));
    this.stream.end();
    return this.answerWith(plan);
  }

  /** Ends the search when its time is over, and tells everybody meanwhile how much of it is. Returns how to let go of it. */
  private keepTime(seconds?: number): () => void {
    if (seconds === undefined) return () => undefined;
    const tell = (): void => this.board.pass((this.options.now() - this.begunAt) / (seconds * 1_000));
    tell();
    const telling = setInterval(tell, 50);
    const ending = setTimeout(() => this.stop(), seconds * 1_000);
    return () => {
      clearInterval(telling);
      clearTimeout(ending);
    };
  }

  /** A first timetable before any thread has started; on large events that would hold this thread up, so they wait. */
  private placeAtOnce(): void {
    const { instance, options } = this;
    if (instance.meetings > AT_ONCE || options.steps !== undefined) return;
    const local = new LocalSearch(instance, options.seed ?? 1);
    local.begin(options.start && startFrom(instance, options.start), 100);
    this.hear({ kind: 'plan', snapshot: local.best, score: local.bestScore, by: 'search' });
  }

  /** Walking can cost the new timetable a meeting that the old one had, and nobody wants changes that gain nothing. */
  private notWorseThanStart(plan: Plan): Plan {
    const { instance, options } = this;
    if (!options.start) return plan;
    const old = new LivePlan(instance.problem, options.start, instance).plan();
    return isBetterQuality(qualityOf(instance, plan), qualityOf(instance, old)) ? plan : old;
  }

  private answerWith(plan: Plan): Answer {
    const { instance } = this;
    const quality = qualityOf(instance, plan);
    const bound = this.boundOf(quality.priority);
    const placementProved = quality.priority >= this.priorityBound;
    return {
      ...this.progressNow(),
      placed: quality.placed,
      worst: quality.worst,
      breaks: quality.breaks,
      bound,
      gap: gapOf(quality.breaks, bound),
      plan,
      quality,
      moves: this.board.moves,
      priorityBound: this.priorityBound,
      placementProved,
      proved: placementProved && quality.unfair === 0 && quality.breaks <= bound,
      contradictions: contradictionsOf(instance.problem, instance),
      ...(this.unproved === undefined ? {} : { unproved: this.unproved }),
    };
  }

  private hear(report: Report): void {
    if (report.kind === 'plan') this.weigh(report);
    if (report.kind === 'priority') this.priorityBound = Math.min(this.priorityBound, report.most);
    if (report.kind === 'unproved') this.unproved = report.why;
    if (this.best && (report.kind === 'plan' || report.kind === 'breaks')) this.stream.push(this.progressNow());
  }

  private weigh({ snapshot, score, by }: Report & { kind: 'plan' }): void {
    if (this.best && !isBetter(score, this.score)) return;
    this.best = snapshot;
    this.score = score;
    this.foundBy = by;
    this.crew.tell(snapshot);
  }

  /** Of plans that place so much. */
  private boundOf(priority: number): number {
    return priority === this.board.most ? this.board.lower : 0;
  }

  private progressNow(): Progress {
    const { instance, score } = this;
    const bound = this.boundOf(score.priority);
    return {
      placed: score.placed,
      meetings: instance.meetings,
      worst: score.worst,
      breaks: score.breaks,
      bound,
      gap: gapOf(score.breaks, bound),
      seconds: (this.options.now() - this.begunAt) / 1000,
      foundBy: this.foundBy,
    };
  }
}

function gapOf(breaks: number, bound: number): number {
  return breaks === 0 ? 0 : (breaks - bound) / breaks;
}

/** The most that there can be before any search: meetings that have a slot of their own, as many as there are places. */
function placeablePriority({ allowed, priority, slots, tables }: Instance): number {
  const places = tables.reduce((sum, one) => sum + one, 0);
  const placeable = priority.filter((_, m) => allowed.subarray(m * slots, (m + 1) * slots).includes(1));
  return placeable
    .sort()
    .subarray(Math.max(0, placeable.length - places))
    .reduce((sum, one) => sum + one, 0);
}
