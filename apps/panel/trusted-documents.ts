import { Kind, parse, print, type DefinitionNode } from 'graphql';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const declared = /\bgraphql\(\s*`([^`]*)`/g;

/** Every document that the panel's sources declare with `graphql(...)`. */
function definitionsIn(folder: string): DefinitionNode[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  const texts = files.flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(declared)]);
  return texts.flatMap(([, text]) => parse(text, { noLocation: true }).definitions);
}

function fragmentsOf(node: DefinitionNode, fragments: ReadonlyMap<string, DefinitionNode>): Set<DefinitionNode> {
  const found = new Set<DefinitionNode>();
  const visit = (one: DefinitionNode) => {
    for (const [, name] of print(one).matchAll(/\.\.\.\s*(?!on\b)(\w+)/g)) {
      const fragment = fragments.get(name);
      if (!fragment) throw new Error(`The fragment ${name} is declared nowhere`);
      if (found.has(fragment)) continue;
      found.add(fragment);
      visit(fragment);
    }
  };
  visit(node);
  return found;
}

/** The panel's operations: their texts by hash, for the server, and the hashes by name, for the browser. */
function trustedDocuments(folder: string) {
  const definitions = definitionsIn(folder);
  const named = (node: DefinitionNode) => ('name' in node && node.name ? node.name.value : '');
  const fragments = new Map(
    definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION).map((node) => [named(node), node]),
  );
  const texts: Record<string, string> = {};
  const hashes: Record<string, string> = {};
  for (const node of definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION) continue;
    const name = named(node);
    if (name === '' || name in hashes) throw new Error(`Give the operation "${name}" a name that no other one has`);
    const text = [node, ...fragmentsOf(node, fragments)].map(print).join('\n');
    const hash = createHash('sha256').update(text).digest('base64url').slice(0, 22);
    texts[hash] = text;
    hashes[name] = hash;
  }
  return { texts, hashes };
}

/**
 * Writes `documents.json` beside the build: all that the server runs in production without a key. The browser sends a hash in place of the
 * text. While the panel is developed nothing is replaced, since the server would not know what was written a minute ago.
 */
export function trusted(folder: string): Plugin {
  const known = () => trustedDocuments(folder);
  return {
    name: 'trusted-documents',
    config: (_, { command }) => ({
      define: { trustedDocuments: JSON.stringify(command === 'build' ? known().hashes : {}) },
    }),
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'documents.json', source: JSON.stringify(known().texts) });
    },
  };
}
