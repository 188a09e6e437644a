import { isRefusal, type Refusal } from '#kernel';
import type { UnitOfWork, Work } from '../database/unit-of-work.js';
import { faultAt, faultOfRefusal, type RowFault } from './faults.js';
import {
  Importer,
  type ImportColumns,
  type ImportContext,
  type ImportDone,
  type ImportPlan,
  type Progress,
  type ReadRow,
} from './import-kind.js';

/**
 * Imports rows by the same verbs as people use on the screens, one row after the other, so that a file is judged by the same rules. The
 * plan is a rehearsal: every row is really done and the whole is undone, so that rows that get in each other's way are found too. Fit for
 * some thousand rows.
 */
export abstract class VerbImporter<Columns extends ImportColumns> extends Importer<Columns> {
  constructor(protected readonly unitOfWork: UnitOfWork) {
    super();
  }

  /** The column that holds what a refusal's field names, where they are called differently. */
  protected readonly columnOf: Readonly<Record<string, keyof Columns & string>> = {};

  /** Does what the row asks. Answers the ids of what was made, none when it is there already. */
  protected abstract add(row: ReadRow<Columns>, context: ImportContext): Promise<readonly string[] | Refusal>;

  async plan(rows: readonly ReadRow<Columns>[], context: ImportContext): Promise<ImportPlan> {
    return this.inside(context.work, async (work) => {
      const faults: RowFault[] = [];
      const known: number[] = [];
      for (const row of rows) {
        const done = await this.add(row, { ...context, work });
        if (isRefusal(done)) faults.push(this.faultOf(row, done));
        else if (done.length === 0) known.push(row.number);
      }
      return this.unitOfWork.undo({ faults, known });
    });
  }

  async apply(rows: readonly ReadRow<Columns>[], context: ImportContext, progress: Progress): Promise<ImportDone> {
    const created = await this.inside(context.work, async (work) => {
      const made: string[] = [];
      for (const [index, row] of rows.entries()) {
        const done = await this.add(row, { ...context, work });
        // The plan in the same transaction found nothing: somebody outside it came between.
        if (isRefusal(done)) throw new Error(`Row ${row.number} was refused after it was found right: ${done.code}`);
        made.push(...done);
        if (index % 50 === 49) await progress(index + 1);
      }
      return made;
    });
    return { created };
  }

  private inside<T>(work: Work, body: (work: Work) => Promise<T>): Promise<T> {
    return this.unitOfWork.within(work, () => this.unitOfWork.run(body));
  }

  private faultOf({ number, values }: ReadRow<Columns>, refusal: Refusal): RowFault {
    const field = refusal.field ?? null;
    const column = field && (this.columnOf[field] ?? (field in values ? field : null));
    const value = column ? String(values[column as keyof Columns] ?? '') : '';
    return faultAt(number, column, value, faultOfRefusal(refusal));
  }
}
