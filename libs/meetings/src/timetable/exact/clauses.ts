/** A literal that is known to be true or false: clauses are made shorter by it and never see it. */
export const TRUE = 1 << 30;
export const FALSE = -TRUE;

/** A formula in conjunctive normal form that grows: variables from 1, a negative literal is a negation. */
export class Clauses {
  variables = 0;
  /** Clauses one after another, each closed by a 0. */
  private literals = new Int32Array(1 << 16);
  private length = 0;

  variable(): number {
    return ++this.variables;
  }

  add(...literals: readonly number[]): void {
    if (literals.includes(TRUE)) return;
    if (this.length + literals.length + 1 > this.literals.length) this.grow(literals.length + 1);
    for (const literal of literals) if (literal !== FALSE) this.literals[this.length++] = literal;
    this.literals[this.length++] = 0;
  }

  /** At most one of the literals, pair by pair. */
  atMostOne(literals: readonly number[]): void {
    for (let i = 0; i < literals.length; i++) {
      for (let k = i + 1; k < literals.length; k++) this.add(-literals[i], -literals[k]);
    }
  }

  /** A literal that is true exactly when one of these is. */
  either(literals: readonly number[]): number {
    if (literals.includes(TRUE)) return TRUE;
    const open = literals.filter((literal) => literal !== FALSE);
    if (open.length <= 1) return open[0] ?? FALSE;
    const any = this.variable();
    for (const literal of open) this.add(-literal, any);
    this.add(-any, ...open);
    return any;
  }

  get all(): Int32Array {
    return this.literals.subarray(0, this.length);
  }

  private grow(by: number): void {
    const larger = new Int32Array(this.literals.length * 2 + by);
    larger.set(this.literals);
    this.literals = larger;
  }
}
