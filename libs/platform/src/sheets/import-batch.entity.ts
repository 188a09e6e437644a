import { Column, Entity, PrimaryColumn } from 'typeorm';

export type ImportState = 'read' | 'applied' | 'undone';

/** A file that somebody uploaded to import: what was found in it, and what became of it. Its rows are forgotten when it expires. */
@Entity('import_batch')
export class ImportBatch {
  @PrimaryColumn('uuid')
  id: string;

  /** Of a declared import: `persons`. */
  @Column('text')
  kind: string;

  @Column('text')
  state: ImportState;

  /** Who uploaded it; nobody else sees it. */
  @Column('uuid')
  accountId: string;

  @Column('uuid', { nullable: true })
  eventId: string | null;

  @Column('uuid', { nullable: true })
  organizationId: string | null;

  @Column('text')
  fileName: string;

  /** SHA-256 of the file, in hexadecimal digits. */
  @Column('text')
  fileHash: string;

  @Column('int')
  rowCount: number;

  @Column('int')
  faultyCount: number;

  @Column('int')
  knownCount: number;

  /** Headings that no column claims. */
  @Column('text', { array: true })
  ignored: string[];

  /** What is wrong with the headings. */
  @Column('jsonb')
  headingFaults: object[];

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  appliedAt: Date | null;

  /** Ids of the rows that applying made. */
  @Column('uuid', { array: true })
  created: string[];
}
