import { fewestBreaks, outlookOf } from '../bound.js';
import { PlacementCores } from '../exact/placement-cores.js';
import { keepPace, placementModel, type PlacementModel } from '../exact/placement-model.js';
import { Solver } from '../exact/solver.js';
import type { Omissions } from '../omissions.js';
import { announce, ask } from './questions.js';
import { raiseBound, type Post } from './role.js';

/** Conflicts after which a question needs more clauses than the plain ones: some hundred milliseconds. */
const PLAIN = 3_000;

/** Literals that the clauses may come to: many more, and the solver runs out of memory. */
const MOST_LITERALS = 2e7;

/** Where not all were placed at once: raises what must be left out until a plan leaves out no more. */
export async function* provePlacement(post: Post): AsyncGenerator<void, void> {
  const { board, instance } = post;
  const total = board.most;
  const model = placementModel(instance);
  const cores = new PlacementCores(instance, model, total - board.placed);
  const known = (): boolean => total - board.placed <= cores.least;
  post.report({ kind: 'priority', most: total - cores.least });
  if (!known()) yield* raise(post, model, cores, () => board.stopped || known());
  if (known() && cores.least > 0) settle(post, total - cores.least, cores.omissions());
}

async function* raise(
  post: Post,
  model: PlacementModel,
  cores: PlacementCores,
  over: () => boolean,
): AsyncGenerator<void, void> {
  const { board, instance } = post;
  const total = board.most;
  const solver = await Solver.load(model.clauses);
  let patience = PLAIN;
  try {
    for (let more = true; more && !over() && model.clauses.all.length < MOST_LITERALS;) {
      const verdict = yield* ask(post, solver, cores.assumed, over, patience);
      if (verdict === 'yes') {
        announce(post, model.slotsOf.read(solver.isTrue));
        more = cores.next();
      } else if (verdict === 'no') {
        const core = cores.assumed.filter((literal) => solver.blames(literal));
        cores.add(yield* narrow(post, solver, core, over), total - board.placed);
        post.report({ kind: 'priority', most: total - cores.least });
      } else if (!over()) {
        keepPace(instance, model);
        patience = Infinity;
      }
    }
  } finally {
    solver.dispose();
  }
}

/** From now on fewest breaks are asked of plans that place so much; each attendee's own are known at once. */
function settle(post: Post, most: number, omissions: Omissions): void {
  const { board, instance } = post;
  if (!board.settle(most, omissions)) return;
  const fewest = fewestBreaks(instance, outlookOf(instance, omissions));
  raiseBound(
    post,
    fewest.reduce((sum, one) => sum + one, 0),
  );
}

/** Conflicts that one question about a smaller core is worth, and how many literals it is asked about. */
const CHEAP = 200;
const TRIED = 60;

/** A smaller core where that is found cheaply: what is in no core is certainly placed, and small cores tell more. */
async function* narrow(
  post: Post,
  solver: Solver,
  found: readonly number[],
  over: () => boolean,
): AsyncGenerator<void, readonly number[]> {
  let core = found;
  for (const literal of found.slice(0, TRIED)) {
    if (core.length === 1 || !core.includes(literal)) continue;
    const rest = core.filter((other) => other !== literal);
    const verdict = yield* ask(post, solver, rest, over, CHEAP);
    if (verdict === 'no') core = rest.filter((other) => solver.blames(other));
  }
  return core;
}
