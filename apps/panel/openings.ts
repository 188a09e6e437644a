import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

const declared = /\bpath: '([^']+)'.*?\bimport\('\.\/([^']+)\.js'\)/gs;

interface Route {
  readonly path: string;
  /** Name of the module and its folder: `rooms/rooms.screen`. */
  readonly screen: string;
}

/** The addresses and screens that the `*.routes.ts` declare. */
function routesIn(folder: string): Route[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.routes.ts'),
  );
  return files.flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    const routes = [...text.matchAll(declared)].map(([, path, name]) => ({
      path,
      screen: `${basename(dirname(file))}/${name}`,
    }));
    if (routes.length !== text.split('load: ').length - 1) throw new Error(`Not every route of ${file} can be read`);
    return routes;
  });
}

type Chunk = Rolldown.OutputChunk & { viteMetadata?: { importedCss: ReadonlySet<string> } };

/** A chunk and all that it imports at once, by file name. */
function closure(file: string, chunks: ReadonlyMap<string, Chunk>, found = new Set<string>()): Set<string> {
  const chunk = chunks.get(file);
  if (!chunk || found.has(file)) return found;
  found.add(file);
  for (const other of chunk.imports) closure(other, chunks, found);
  return found;
}

/**
 * Writes `openings.json` beside the build: which files an address opens besides those of every screen, so that the server can name them in
 * the page and the browser fetches them together with the rest, not after it.
 */
export function openings(folder: string): Plugin {
  return {
    name: 'openings',
    apply: 'build',
    generateBundle(_, bundle) {
      const all = Object.values(bundle).filter((one): one is Chunk => one.type === 'chunk');
      const chunks = new Map(all.map((chunk) => [chunk.fileName, chunk]));
      const entry = all.find(({ isEntry, name }) => isEntry && name === 'index');
      const always = closure(entry?.fileName ?? '', chunks);
      const byScreen = new Map(
        all.map((chunk) => [
          /([^/\\]+)[/\\]([^/\\]+)\.tsx$/
            .exec(chunk.facadeModuleId ?? '')
            ?.slice(1)
            .join('/'),
          chunk,
        ]),
      );
      const opened = routesIn(folder).map(({ path, screen }) => {
        const chunk = byScreen.get(screen);
        if (!chunk) throw new Error(`The build has no chunk for the screen ${screen}`);
        const scripts = [...closure(chunk.fileName, chunks)].filter((file) => !always.has(file));
        const styles = scripts.flatMap((file) => [...(chunks.get(file)?.viteMetadata?.importedCss ?? [])]);
        return { path, scripts, styles };
      });
      this.emitFile({ type: 'asset', fileName: 'openings.json', source: JSON.stringify(opened) });
    },
  };
}
