import type { Language } from '#kernel';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Allow } from '../access/rule.js';
import { connectionType } from '../graphql/connection.js';
import { orRefusal } from '../graphql/refusal.type.js';
import { wordsOfFault, type RowFault } from './faults.js';
import type { ImportBatch, ImportState } from './import-batch.entity.js';
import type { ImportColumns, Importer, ImportKind } from './import-kind.js';
import type { ImportRow } from './import-row.entity.js';
import { largestFile, mostRows } from './sheet-limits.js';

const importStateEnum = { read: 'read', applied: 'applied', undone: 'undone' };
registerEnumType(importStateEnum, {
  name: 'ImportState',
  description: 'What became of an uploaded file: read (nothing is imported yet), applied as a whole, or undone.',
});

@Allow('staff')
@ObjectType('ImportColumn', { description: 'A column of a file to import.' })
export class ImportColumnType {
  @Field(() => String, { description: 'As faults name it: `email`.' })
  name: string;

  @Field(() => String, { description: "The heading in the viewer's language." })
  label: string;

  @Field(() => Boolean, { description: 'Whether every row needs a value.' })
  isRequired: boolean;

  @Field(() => String, { nullable: true, description: "What to write there, in the viewer's language." })
  hint: string | null;

  @Field(() => String, { description: 'A value as it should be; empty for none.' })
  example: string;
}

@Allow('staff')
@ObjectType('ImportKind', { description: 'What can be imported from a file.' })
export class ImportKindType {
  @Field(() => String, { description: 'As addresses say it: `persons`.' })
  kind: string;

  @Field(() => String, { description: "What the rows are, in plural and the viewer's language." })
  title: string;

  @Field(() => String, {
    nullable: true,
    description: "What applying does that cannot be undone, in the viewer's language; null when all of it can.",
  })
  caution: string | null;

  @Field(() => [ImportColumnType], { description: 'The columns in the order of the template.' })
  columns: ImportColumnType[];

  @Field(() => Int, { description: 'Rows that a file may have at most.' })
  mostRows: number;

  @Field(() => Int, { description: 'Bytes that a file may have at most.' })
  largestFile: number;
}

@Allow('staff')
@ObjectType('ImportFault', { description: 'What is wrong with one cell or row of a file.' })
export class ImportFaultType {
  @Field(() => Int, { description: 'Row as the spreadsheet program counts; 1 are the headings.' })
  row: number;

  @Field(() => String, { nullable: true, description: 'Name of the column; null when it concerns the whole row.' })
  column: string | null;

  @Field(() => String, { description: 'What stands in the cell.' })
  value: string;

  @Field(() => String, { description: "What is wrong, in the viewer's language." })
  wrong: string;

  @Field(() => String, { description: "How to mend it, in the viewer's language." })
  mend: string;
}

@Allow('staff')
@ObjectType('ImportRow', { description: 'One row of a file, until the file is applied or expires.' })
export class ImportRowType {
  @Field(() => Int, { description: 'Row as the spreadsheet program counts; 1 are the headings.' })
  number: number;

  @Field(() => [String], { description: "The cells in the order of the import's `columns`." })
  cells: string[];

  @Field(() => Boolean, { description: 'Whether its content is there already: applying passes over it.' })
  isKnown: boolean;

  @Field(() => [ImportFaultType], { description: 'What is wrong with it; empty when nothing is.' })
  faults: ImportFaultType[];
}

@Allow('staff')
@ObjectType('Import', {
  description: 'A file that the viewer uploaded to import. Nothing is imported until it is applied.',
})
export class ImportType {
  @Field(() => ID, { description: 'Unguessable and stable.' })
  id: string;

  @Field(() => String, { description: 'What it imports: `persons`.' })
  kind: string;

  @Field(() => importStateEnum, { description: 'What became of it.' })
  state: ImportState;

  @Field(() => String, { description: 'The name of the file, as it was uploaded.' })
  fileName: string;

  @Field(() => Int, { description: 'Rows below the headings.' })
  rowCount: number;

  @Field(() => Int, { description: 'Rows that have a fault. While it is not 0, nothing can be applied.' })
  faultyCount: number;

  @Field(() => Int, { description: 'Rows whose content was there already.' })
  knownCount: number;

  @Field(() => Int, { description: 'Rows in the database that applying made; 0 before.' })
  createdCount: number;

  @Field(() => Boolean, {
    description: 'Whether what applying made can be taken back, while nothing else refers to it.',
  })
  isUndoable: boolean;

  @Field(() => [String], { description: 'Headings that no column claims: their cells are not imported.' })
  ignoredHeadings: string[];

  @Field(() => [ImportFaultType], { description: 'What is wrong with the headings; then rows are not looked at.' })
  headingFaults: ImportFaultType[];

  @Field(() => [ImportColumnType], { description: 'The columns in the order of the template.' })
  columns: ImportColumnType[];

  @Field(() => Date, { description: 'From when on the file is forgotten.' })
  expiresAt: Date;
}

export const ImportRowConnection = connectionType('ImportRow', ImportRowType, 'staff');
export const ImportOrRefusal = orRefusal('Import', () => ImportType);

export function importType(
  batch: ImportBatch,
  { kind: { columns }, undo }: Importer<ImportColumns>,
  language: Language,
): ImportType {
  const { id, kind, state, fileName, rowCount, faultyCount, knownCount, created, expiresAt } = batch;
  return {
    ...{ id, kind, state, fileName, rowCount, faultyCount, knownCount, expiresAt },
    createdCount: created.length,
    isUndoable: undo !== null,
    ignoredHeadings: batch.ignored,
    headingFaults: (batch.headingFaults as RowFault[]).map((fault) => faultType(fault, language)),
    columns: columnTypes(columns, language),
  };
}

export function importKindType({ kind, title, caution, columns }: ImportKind, language: Language): ImportKindType {
  const words = { title: title[language], caution: caution?.[language] ?? null };
  return { kind, ...words, columns: columnTypes(columns, language), mostRows, largestFile };
}

function columnTypes(columns: ImportKind['columns'], language: Language): ImportColumnType[] {
  return Object.entries(columns).map(([name, { label, required, hint, example }]) => ({
    ...{ name, label: label[language], isRequired: required ?? false, hint: hint?.[language] ?? null, example },
  }));
}

export function importRowType({ number, cells, isKnown, faults }: ImportRow, language: Language): ImportRowType {
  return { number, cells, isKnown, faults: (faults as RowFault[]).map((fault) => faultType(fault, language)) };
}

function faultType(fault: RowFault, language: Language): ImportFaultType {
  const { row, column, value } = fault;
  return { row, column, value, ...wordsOfFault(fault, language) };
}
