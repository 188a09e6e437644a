import type { Language, Refusal, Words } from '#kernel';
import type { Viewer } from '../access/viewer.js';
import type { Work } from '../database/unit-of-work.js';
import type { CellFault, RowFault } from './faults.js';

/** A column of a file that people fill in. */
export interface ImportColumn<Value> {
  /** The heading of the template, in both languages; both are understood. */
  readonly label: Words;
  /** Other headings that people use for it. Case, accents and punctuation do not matter. */
  readonly aliases?: readonly string[];
  /** Whether each row needs a value, and the file the column. */
  readonly required?: boolean;
  /** A value as it should be, for the template. Synthetic where it is about a person. */
  readonly example: string;
  /** What to write there, for the template's help. */
  readonly hint?: Words;
  /** The value of a cell, or what is wrong with it. Called only for cells that hold something. */
  read(text: string): { readonly value: Value } | { readonly fault: CellFault };
}

/** A row as it was read: the value of each column, null where the cell is empty. */
export interface ReadRow<Columns> {
  readonly number: number;
  readonly values: ValuesOf<Columns>;
}

export type ValuesOf<Columns> = {
  readonly [Name in keyof Columns]: Columns[Name] extends ImportColumn<infer Value>
    ? Value | (Columns[Name] extends { readonly required: true } ? never : null)
    : never;
};

export type ImportColumns = Readonly<Record<string, ImportColumn<unknown>>>;

/** What can be imported from a file: `persons`. Declared once, beside its noun. */
export interface ImportKind<Columns extends ImportColumns = ImportColumns> {
  /** As addresses say it: `persons`. */
  readonly kind: string;
  /** What the rows are, in plural: `Personas y cargos`. */
  readonly title: Words;
  readonly columns: Columns;
  /** What applying does that no undoing takes back, said before it; whoever cannot be undone must say so. */
  readonly caution?: Words;
}

const declared = new Map<string, ImportKind>();

/** Declares what can be imported; its one provider extends `Importer`. */
export function declareImport<const Columns extends ImportColumns>(kind: ImportKind<Columns>): ImportKind<Columns> {
  if (declared.has(kind.kind)) throw new Error(`The import ${kind.kind} is declared twice`);
  declared.set(kind.kind, kind);
  return kind;
}

export function declaredImports(): readonly ImportKind[] {
  return [...declared.values()];
}

/** To what the rows will belong; both null for what belongs to none. */
export interface ImportScope {
  readonly eventId: string | null;
  readonly organizationId: string | null;
}

/** Who imports, into what, inside which unit of work. */
export interface ImportContext {
  readonly viewer: Viewer;
  readonly scope: ImportScope;
  readonly work: Work;
}

/** What the database and the other rows say about the rows. */
export interface ImportPlan {
  readonly faults: readonly RowFault[];
  /** Numbers of the rows whose content is there already: applying passes over them. */
  readonly known: readonly number[];
}

export interface ImportDone {
  /** Ids of what was made, for the undoing. */
  readonly created: readonly string[];
}

/** Says how far the applying has come, in rows. */
export type Progress = (rows: number) => Promise<void>;

/** Imports one kind. It is a provider of its lib; it is found by its class. */
export abstract class Importer<Columns extends ImportColumns> {
  abstract readonly kind: ImportKind<Columns>;

  /** Throws NotAllowed unless the viewer may import this there. */
  abstract requireMayImport(viewer: Viewer, scope: ImportScope): Promise<void> | void;

  /** To what the rows will belong when the upload did not say so: the only organisation of whoever imports. */
  settle(_: Viewer, scope: ImportScope): Promise<ImportScope | Refusal> {
    return Promise.resolve(scope);
  }

  /** Finds the faults that need other rows or the database. Gets only rows whose cells are right by themselves. */
  abstract plan(rows: readonly ReadRow<Columns>[], context: ImportContext): Promise<ImportPlan>;

  /** Makes the rows, all of which `plan` found right and new in the same transaction. */
  abstract apply(rows: readonly ReadRow<Columns>[], context: ImportContext, progress: Progress): Promise<ImportDone>;

  /**
   * Takes back what `apply` made, while nothing leans on it; a foreign key that refuses, or InUse, makes the whole undoing a refusal. Null: it
   * cannot be taken back.
   */
  readonly undo: ((created: readonly string[], context: ImportContext) => Promise<void>) | null = null;
}

/** Thrown by an undoing when something that came later leans on what was imported. */
export class InUse extends Error {}

/** A column of text that is taken as it stands. */
export function textColumn<const Column extends Omit<ImportColumn<string>, 'read'>>(
  column: Column,
): Column & Pick<ImportColumn<string>, 'read'> {
  return { ...column, read: (text) => ({ value: text }) };
}

/** The heading as the template writes it. */
export function headingOf({ label }: ImportColumn<unknown>, language: Language): string {
  return label[language];
}
