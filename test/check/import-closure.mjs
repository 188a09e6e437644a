import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const candidates = (place) => [
  place.replace(/\.js$/, '.ts'),
  place.replace(/\.js$/, '.tsx'),
  place,
  path.join(place, 'index.ts'),
];

/** What a file imports among `contents`: by a path, or by an alias of tsconfig.json. */
function importsOf(file, contents, aliases) {
  return ts
    .preProcessFile(contents.get(file), true, true)
    .importedFiles.map(({ fileName }) => fileName)
    .map((name) => (name.startsWith('.') ? path.join(path.dirname(file), name) : aliases[name]?.[0]))
    .flatMap((place) => (place ? candidates(path.normalize(place)) : []))
    .filter((place) => contents.has(place));
}

function closureOf(file, imports) {
  const reached = new Set([file]);
  for (const one of reached) for (const next of imports.get(one)) reached.add(next);
  return [...reached].sort();
}

const digest = (texts) => createHash('sha256').update(JSON.stringify(texts)).digest('base64url');

/**
 * For each file a key that changes when the file changes, or anything that it imports, directly or not: a typed rule may
 * judge a file anew although only a type that it uses has changed. `common` is what every verdict depends on.
 */
export function closureKeys(root, files, common) {
  const contents = new Map(files.map((file) => [file, fs.readFileSync(path.join(root, file), 'utf8')]));
  const { paths = {} } = ts.readConfigFile(path.join(root, 'tsconfig.json'), ts.sys.readFile).config.compilerOptions;
  const digests = new Map([...contents].map(([file, text]) => [file, digest([file, text])]));
  const imports = new Map(files.map((file) => [file, importsOf(file, contents, paths)]));
  return new Map(
    files.map((file) => [file, digest([common, ...closureOf(file, imports).map((one) => digests.get(one))])]),
  );
}
