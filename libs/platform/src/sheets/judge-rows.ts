import { groupedBy } from '#kernel';
import type { RowFault } from './faults.js';
import type { ImportColumns, ImportContext, Importer, ReadRow } from './import-kind.js';
import { readRows } from './read-rows.js';
import type { SheetRow } from './sheet-reader.js';

/** All that is known of the rows of a file before they are applied. */
export interface Judgement {
  readonly faults: ReadonlyMap<number, readonly RowFault[]>;
  readonly known: ReadonlySet<number>;
  /** Rows that are right and new: what applying would make. */
  readonly fresh: readonly ReadRow<ImportColumns>[];
}

/** Reads each cell, then asks the importer about the rest; a row may have faults of both sorts only if its cells are right. */
export async function judgeRows(
  importer: Importer<ImportColumns>,
  rows: readonly SheetRow[],
  context: ImportContext,
): Promise<Judgement> {
  const read = readRows(importer.kind, rows);
  const plan = await importer.plan(read.rows, context);
  const faults = groupedBy([...read.faults, ...plan.faults], ({ row }) => row);
  const known = new Set(plan.known);
  return { faults, known, fresh: read.rows.filter(({ number }) => !known.has(number) && !faults.has(number)) };
}
