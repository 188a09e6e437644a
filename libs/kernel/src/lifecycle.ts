/** The moves of a state machine: from each state, the states that may follow. */
export type Moves<State extends string> = Readonly<Record<State, readonly State[]>>;

/** One table per noun; any move that it does not list is a refusal. */
export class Lifecycle<State extends string> {
  constructor(private readonly moves: Moves<State>) {}

  get states(): State[] {
    return Object.keys(this.moves) as State[];
  }

  allows(from: State, to: State): boolean {
    return this.moves[from].includes(to);
  }

  isFinal(state: State): boolean {
    return this.moves[state].length === 0;
  }

  /** The states from which `to` can be reached in one move. */
  before(to: State): State[] {
    return this.states.filter((from) => this.allows(from, to));
  }
}
