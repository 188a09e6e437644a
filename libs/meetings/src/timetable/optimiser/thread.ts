import { parentPort, workerData } from 'node:worker_threads';
import type { Instance } from '../instance.js';
import type { Snapshot } from '../search/timetable.js';
import { Board } from './board.js';
import type { Post, Report } from './role.js';
import { roleNamed, type Assignment } from './roles.js';

/** What a thread is born with. */
export interface ThreadData {
  readonly instance: Instance;
  readonly memory: SharedArrayBuffer;
  readonly seed: number;
  readonly start?: Snapshot;
  readonly assignment: Assignment;
}

/** From a thread: reports while it works, then one last word. */
export type FromThread = Report | { readonly kind: 'done' };

const { instance, memory, seed, start, assignment } = workerData as ThreadData;
const port = parentPort!;
let newest: Snapshot | undefined;
port.on('message', (snapshot: Snapshot) => (newest = snapshot));

const post: Post = {
  instance,
  board: new Board(memory),
  seed,
  alone: true,
  start,
  report: (report) => port.postMessage(report),
  news: () => {
    const found = newest;
    newest = undefined;
    return found;
  },
};

for await (const _ of roleNamed(assignment)(post)) {
  // Between slices of work: a turn of the event loop, in which news arrive.
  await new Promise((resume) => setImmediate(resume));
}
port.postMessage({ kind: 'done' } satisfies FromThread);
port.close();
