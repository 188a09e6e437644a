import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One row of an uploaded file, until it is applied or expires. */
@Entity('import_row')
export class ImportRow {
  @PrimaryColumn('uuid')
  batchId: string;

  /** As the spreadsheet program counts: the headings are row 1. */
  @PrimaryColumn('int')
  number: number;

  /** In the order of the kind's columns. */
  @Column('text', { array: true })
  cells: string[];

  @Column('jsonb')
  faults: object[];

  /** Whether its content was there already. */
  @Column('boolean')
  isKnown: boolean;
}
