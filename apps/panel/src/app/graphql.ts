import type { initGraphQLTada } from 'gql.tada';
import type { introspection } from '../../../../dist/panel-schema.js';

type Tada = initGraphQLTada<{
  introspection: introspection;
  scalars: { DateTime: string; ID: string };
  disableMasking: true;
}>;

interface Source {
  readonly text: string;
  readonly parts: readonly Source[];
}

/** The text of a document with that of every fragment it names, each once. */
function wholeText(source: Source, seen = new Set<Source>()): string {
  if (seen.has(source)) return '';
  seen.add(source);
  return [source.text.trim(), ...source.parts.map((part) => wholeText(part, seen))].filter(Boolean).join('\n');
}

/**
 * Declares a document: its result and variables get their types from the schema, while at run time it stays a text. The compiler has read
 * it already, so the browser needs no parser of GraphQL. Fragments come in the second argument.
 */
export const graphql = ((text: string, parts: readonly Source[] = []): Source => ({
  text,
  parts,
})) as unknown as Tada;

export function textOf(document: unknown): string {
  return wholeText(document as Source);
}

export type { FragmentOf, ResultOf, TadaDocumentNode, VariablesOf } from 'gql.tada';
