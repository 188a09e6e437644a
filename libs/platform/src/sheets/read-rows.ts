import { faultAt, sheetFaults, type RowFault } from './faults.js';
import type { ImportColumn, ImportColumns, ImportKind, ReadRow, ValuesOf } from './import-kind.js';
import type { SheetRow } from './sheet-reader.js';

/** Which cell of a row holds which column. */
export interface HeadingMatch {
  /** Place in the row by column name. */
  readonly places: ReadonlyMap<string, number>;
  /** Headings that no column claims: their cells are not read. */
  readonly ignored: readonly string[];
  readonly faults: readonly RowFault[];
}

/** A heading as it is compared: no case, accents, punctuation, nor what stands in brackets. */
function comparable(heading: string): string {
  return heading
    .normalize('NFD')
    .replace(/\([^)]*\)|\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function namesOf(name: string, { label, aliases = [] }: ImportColumn<unknown>): string[] {
  const spaced = name.replace(/[A-Z]/g, (letter) => ` ${letter}`);
  return [label.es, label.en, name, spaced, ...aliases].map(comparable);
}

/** Finds the columns among the headings of a file. */
export function matchHeadings({ columns }: ImportKind, { number: row, cells }: SheetRow): HeadingMatch {
  const places = new Map<string, number>();
  const ignored: string[] = [];
  const faults: RowFault[] = [];
  const wanted = Object.entries(columns).map(([name, column]) => ({ name, column, names: namesOf(name, column) }));
  cells.forEach((heading, place) => {
    const found = wanted.find(({ names }) => names.includes(comparable(heading)));
    if (!found) return heading === '' ? undefined : void ignored.push(heading);
    if (places.has(found.name)) {
      return void faults.push(faultAt(row, found.name, heading, sheetFaults.COLUMN_TWICE({ column: heading })));
    }
    return void places.set(found.name, place);
  });
  for (const { name, column } of wanted) {
    if (!column.required || places.has(name)) continue;
    faults.push(faultAt(row, name, '', sheetFaults.COLUMN_MISSING({ column: column.label.es })));
  }
  return { places, ignored, faults };
}

/** The cells of the columns in the order of the kind, for keeping; empty where the file has no such column. */
export function arranged(kind: ImportKind, { places }: HeadingMatch, row: SheetRow): string[] {
  return Object.keys(kind.columns).map((name) => row.cells[places.get(name) ?? -1] ?? '');
}

export interface RowsRead<Columns> {
  /** Rows whose cells are right by themselves. */
  readonly rows: readonly ReadRow<Columns>[];
  readonly faults: readonly RowFault[];
}

/** Reads every cell of arranged rows. */
export function readRows<Columns extends ImportColumns>(
  kind: ImportKind<Columns>,
  rows: readonly SheetRow[],
): RowsRead<Columns> {
  const columns = Object.entries<ImportColumn<unknown>>(kind.columns);
  const faults: RowFault[] = [];
  const right: ReadRow<Columns>[] = [];
  for (const { number, cells } of rows) {
    const before = faults.length;
    const values = columns.map(([name, column], place) => {
      const text = cells[place] ?? '';
      const answer = readCell(column, text);
      if (!('fault' in answer)) return [name, answer.value];
      faults.push(faultAt(number, name, text, answer.fault));
      return [name, null];
    });
    if (faults.length === before) right.push({ number, values: Object.fromEntries(values) as ValuesOf<Columns> });
  }
  return { rows: right, faults };
}

function readCell(column: ImportColumn<unknown>, text: string): ReturnType<ImportColumn<unknown>['read']> {
  if (text !== '') return column.read(text);
  return column.required ? { fault: sheetFaults.CELL_MISSING() } : { value: null };
}

/** Whether the row is the template's example, left in by whoever filled it in. */
export function isExample({ columns }: ImportKind, cells: readonly string[]): boolean {
  return Object.values(columns).every(({ example }, place) => cells[place] === example);
}
