import { fewestBreaks, outlookOf } from '../bound.js';
import { PlacementCores } from '../exact/placement-cores.js';
import { placementModel } from '../exact/placement-model.js';
import { Solver } from '../exact/solver.js';
import type { Omissions } from '../omissions.js';
import { announce, ask } from './questions.js';
import type { Post } from './role.js';

/** Where not all were placed at once: raises what must be left out until a plan leaves out no more. */
export async function* provePlacement(post: Post): AsyncGenerator<void, void> {
  const { board, instance } = post;
  const total = board.most;
  const model = placementModel(instance);
  const cores = new PlacementCores(instance, model, total - board.placed);
  const solver = await Solver.load(model.clauses);
  const known = (): boolean => total - board.placed <= cores.least;
  const over = (): boolean => board.stopped || known();
  try {
    for (let more = true; more;) {
      post.report({ kind: 'priority', most: total - cores.least });
      if (over()) break;
      const verdict = yield* ask(post, solver, cores.assumed, over);
      if (verdict === 'yes') {
        announce(post, model.slotsOf.read(solver.isTrue));
        more = cores.next();
      } else if (verdict === 'no') {
        const core = cores.assumed.filter((literal) => solver.blames(literal));
        cores.add(yield* narrow(post, solver, core, over), total - board.placed);
      }
    }
  } finally {
    solver.dispose();
  }
  if (known() && cores.least > 0) settle(post, total - cores.least, cores.omissions());
}

/** From now on fewest breaks are asked of plans that place so much; each attendee's own are known at once. */
function settle({ board, instance, report }: Post, most: number, omissions: Omissions): void {
  if (!board.settle(most, omissions)) return;
  const least = fewestBreaks(instance, outlookOf(instance, omissions)).reduce((sum, one) => sum + one, 0);
  if (Number.isFinite(least) && board.raise(least)) report({ kind: 'breaks', least });
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
