import { Worker } from 'node:worker_threads';
import { withoutNames, type Instance } from '../instance.js';
import type { Snapshot } from '../search/timetable.js';
import type { Board } from './board.js';
import type { Report } from './role.js';
import { roleNamed, type Assignment } from './roles.js';
import type { FromThread, ThreadData } from './thread.js';

/** What the crew works on together. */
export interface Job {
  readonly instance: Instance;
  readonly board: Board;
  readonly seed: number;
  readonly start?: Snapshot;
  /** True where threads may be started; without them the roles take turns here. */
  readonly threads: boolean;
  readonly report: (report: Report) => void;
}

/** Plays the roles until all are done. A thread that cannot start or dies leaves its role to this one. */
export class Crew {
  private readonly threads: Worker[] = [];
  private readonly hereNews = new Set<(snapshot: Snapshot) => void>();

  constructor(private readonly job: Job) {}

  async work(assignments: readonly Assignment[]): Promise<void> {
    if (!this.job.threads) return this.workHere(assignments);
    const played = await Promise.all(assignments.map((assignment) => this.workInThread(assignment)));
    const left = assignments.filter((_, i) => !played[i]);
    // What died took its role with it; the search is enough to answer.
    if (left.length > 0 && !this.job.board.stopped && !this.job.board.proved) await this.workHere(left.slice(0, 1));
  }

  /** Tells everyone about a better timetable. */
  tell(snapshot: Snapshot): void {
    for (const thread of this.threads) thread.postMessage(snapshot);
    for (const hear of this.hereNews) hear(snapshot);
  }

  /** False when the thread did not get to its end. */
  private workInThread(assignment: Assignment): Promise<boolean> {
    const { instance, board, seed, start, report } = this.job;
    const workerData: ThreadData = {
      instance: withoutNames(instance),
      memory: board.memory,
      seed,
      start,
      assignment,
    };
    return new Promise((resolve) => {
      const gone = (): void => resolve(false);
      let thread: Worker;
      try {
        thread = new Worker(new URL('./thread.js', import.meta.url), { workerData });
      } catch {
        // No threads to be had here (a limit of the machine): the role is played in this one.
        return gone();
      }
      this.threads.push(thread);
      thread.on('message', (message: FromThread) => (message.kind === 'done' ? resolve(true) : report(message)));
      thread.on('error', (error) => {
        report({ kind: 'unproved', why: error.message });
        gone();
      });
      thread.on('exit', gone);
    });
  }

  private async workHere(assignments: readonly Assignment[]): Promise<void> {
    let turns = assignments.map((assignment) => this.begin(assignment));
    while (turns.length > 0) {
      const done = await Promise.all(turns.map((turn) => turn.next().then((step) => step.done === true)));
      turns = turns.filter((_, i) => !done[i]);
      await new Promise((resume) => setImmediate(resume));
    }
  }

  private begin(assignment: Assignment): AsyncGenerator<void, void> {
    const { instance, board, seed, start, report } = this.job;
    let newest: Snapshot | undefined;
    this.hereNews.add((snapshot) => (newest = snapshot));
    const news = (): Snapshot | undefined => {
      const found = newest;
      newest = undefined;
      return found;
    };
    return roleNamed(assignment)({ instance, board, seed, alone: false, start, report, news });
  }
}
