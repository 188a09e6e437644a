import type { Cadical, SolverOptions } from 'cadical-wasm';
import type { Clauses } from './clauses.js';
import { FALSE, TRUE } from './clauses.js';

export type Verdict = 'yes' | 'no' | 'unknown';

/** One incremental SAT solver. What it learnt for one question serves the next; clauses may be added between questions. */
export class Solver {
  /** Literals that the solver was given so far, the closing zeros included. */
  private known = 0;

  private constructor(
    private readonly cadical: Cadical,
    private readonly clauses: Clauses,
  ) {}

  /** Throws when the solver's package is not there or its WebAssembly does not start: the caller goes on without proof. */
  static async load(clauses: Clauses, options: SolverOptions = {}): Promise<Solver> {
    const { Cadical } = await import('cadical-wasm');
    const cadical = await Cadical.create({ quiet: true, ...options });
    const solver = new Solver(cadical, clauses);
    solver.learn();
    return solver;
  }

  /** Hands over what was written since. */
  private learn(): void {
    const { all, variables } = this.clauses;
    if (this.known === all.length) return;
    this.cadical.ensureVars(variables);
    while (this.known < all.length) {
      const end = all.indexOf(0, this.known);
      this.cadical.addClause(all.subarray(this.known, end));
      this.known = end + 1;
    }
  }

  /** Literals that are known to be true need not be assumed. `stop` is asked now and then while the solver works. */
  ask(assumed: readonly number[], stop: () => boolean, conflicts?: number): Verdict {
    // The clauses were written knowing it: no need to search, and no literal that a solver would know.
    if (assumed.includes(FALSE)) return 'no';
    this.learn();
    this.cadical.setTerminate(stop);
    const assumptions = assumed.filter((literal) => literal !== TRUE);
    const verdict = this.cadical.solve({ assumptions, ...(conflicts === undefined ? {} : { conflicts }) });
    return verdict === 'satisfiable' ? 'yes' : verdict === 'unsatisfiable' ? 'no' : 'unknown';
  }

  /** After a "yes". */
  isTrue = (literal: number): boolean => this.cadical.value(literal);

  /** After a "no": whether the assumption had a part in it. */
  blames(literal: number): boolean {
    return literal === FALSE || (literal !== TRUE && this.cadical.failed(literal));
  }

  dispose(): void {
    this.cadical.dispose();
  }
}
