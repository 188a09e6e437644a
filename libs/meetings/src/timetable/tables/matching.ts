/** A wish of one row for one column, and what it is worth (above 0). */
export interface Wish {
  readonly row: number;
  readonly column: number;
  readonly worth: number;
}

/**
 * Rows matched with columns, each at most once, so that the worth of the wishes granted is greatest: shortest augmenting
 * paths, one row after another. Wishes are few per row and paths stay among rows that want the same columns, so a large hall
 * costs little more than many small ones. Gives the column of each row, -1 where no wish of it was granted.
 */
export function bestMatching(rows: number, columns: number, wishes: readonly Wish[]): Int32Array {
  const columnOf = new Int32Array(rows).fill(-1);
  const rowOf = new Int32Array(columns).fill(-1);
  const byRow: Wish[][] = Array.from({ length: rows }, () => []);
  for (const wish of wishes) byRow[wish.row].push(wish);
  for (let row = 0; row < rows; row++) if (byRow[row].length > 0) augment(row, byRow, columnOf, rowOf);
  return columnOf;
}

/**
 * The best way to bring one more row in: along a path of rows that each give their column to the one before, whose last row
 * finds a column that nobody holds, or goes without.
 */
function augment(start: number, byRow: readonly (readonly Wish[])[], columnOf: Int32Array, rowOf: Int32Array): void {
  const gain = new Map<number, number>([[start, 0]]);
  const from = new Map<number, number>();
  let best = { gain: 0, row: -1, column: -1 };
  const queue = [start];
  for (let i = 0; i < queue.length; i++) {
    const row = queue[i];
    const before = gain.get(row)!;
    // This row may also go without: the path ends here.
    if (before > best.gain) best = { gain: before, row, column: -1 };
    for (const { column, worth } of byRow[row]) {
      const holder = rowOf[column];
      if (holder === row) continue;
      if (holder < 0) {
        if (before + worth > best.gain) best = { gain: before + worth, row, column };
        continue;
      }
      const then = before + worth - worthOf(byRow[holder], column);
      if (then <= (gain.get(holder) ?? -Infinity) || then <= 0 || onPath(from, start, row, holder)) continue;
      gain.set(holder, then);
      from.set(holder, row);
      queue.push(holder);
    }
  }
  if (best.gain > 0) hand(best.row, best.column, from, columnOf, rowOf);
}

function worthOf(wishes: readonly Wish[], column: number): number {
  return wishes.find((wish) => wish.column === column)?.worth ?? 0;
}

function onPath(from: ReadonlyMap<number, number>, start: number, row: number, wanted: number): boolean {
  for (let at: number | undefined = row; at !== undefined; at = from.get(at)) if (at === wanted) return true;
  return wanted === start;
}

function hand(
  last: number,
  column: number,
  from: ReadonlyMap<number, number>,
  columnOf: Int32Array,
  rowOf: Int32Array,
): void {
  let given = column;
  for (let row: number | undefined = last; row !== undefined; row = from.get(row)) {
    const held = columnOf[row];
    columnOf[row] = given;
    if (given >= 0) rowOf[given] = row;
    given = held;
  }
}
