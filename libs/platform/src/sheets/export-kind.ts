import type { Words } from '#kernel';
import type { Viewer } from '../access/viewer.js';

/** A column of an exported file. */
export interface ExportColumn<Row> {
  readonly label: Words;
  /** The cell's text; empty for nothing. */
  text(row: Row, viewer: Viewer): string;
}

/** What can be exported to a file: `persons`. Declared once, beside its noun. */
export interface ExportKind<Row> {
  /** As addresses say it: `persons`. */
  readonly kind: string;
  /** What the rows are, in plural. */
  readonly title: Words;
  readonly columns: readonly ExportColumn<Row>[];
  /** Whether the file holds data of persons: then the viewer must have proved recently who they are, and the audit says who took it. */
  readonly isPersonal: boolean;
}

// Rows of each kind have a type of their own; whoever holds several kinds knows none of them.
type AnyKind = ExportKind<never>;

const declared = new Map<string, AnyKind>();

/** Declares what can be exported; its one provider extends `Exporter`. */
export function declareExport<Row>(kind: ExportKind<Row>): ExportKind<Row> {
  if (declared.has(kind.kind)) throw new Error(`The export ${kind.kind} is declared twice`);
  declared.set(kind.kind, kind);
  return kind;
}

export function declaredExports(): readonly AnyKind[] {
  return [...declared.values()];
}

/** The list's filters, as the address carries them: `search`, `archived`, `eventId`. */
export type ExportQuery = Readonly<Record<string, string | undefined>>;

/** Exports one kind. It is a provider of its lib; it is found by its class. */
export abstract class Exporter<Row> {
  abstract readonly kind: ExportKind<Row>;

  /** Throws NotAllowed unless the viewer may take this away; called before the first row is asked for. */
  abstract requireMayExport(viewer: Viewer, query: ExportQuery): Promise<void> | void;

  /** The rows of the list with these filters, in its order, in batches: the file is written while they come. */
  abstract rows(viewer: Viewer, query: ExportQuery): AsyncIterable<readonly Row[]>;
}
