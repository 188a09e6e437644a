import fs from 'node:fs';
import path from 'node:path';
import { sourcesOf } from '../sources.mjs';
import { breakdown, runTool } from '../tool.mjs';

const words = {
  files: 'nobody imports this file',
  dependencies: 'no code uses this dependency',
  devDependencies: 'no code uses this development dependency',
  unlisted: 'is used but not listed in package.json',
  unresolved: 'cannot be resolved',
  binaries: 'is run but not listed in package.json',
  exports: 'is exported but nobody imports it',
  types: 'is an exported type that nobody imports',
  duplicates: 'is exported twice',
  catalog: 'is an unused catalog entry',
};

function findingsOf({ file, ...kinds }) {
  return Object.entries(kinds).flatMap(([kind, entries]) =>
    [entries].flat(2).map(({ name, line }) => {
      const place = line ? `${file}:${line}` : file;
      return kind === 'files' ? `${place} ${words.files}` : `${place} ${name} ${words[kind] ?? kind}`;
    }),
  );
}

/** Packages whose files are served or run by name are known to knip only by this list, so the list itself must be alive. */
function staleNames(root) {
  const { ignoreDependencies } = JSON.parse(fs.readFileSync(path.join(root, 'knip.json'), 'utf8'));
  const { dependencies, devDependencies } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  const sources = sourcesOf(root)
    .map((file) => fs.readFileSync(path.join(root, file), 'utf8'))
    .join('\n');
  return Object.keys({ ...dependencies, ...devDependencies })
    .filter((name) => ignoreDependencies.some((pattern) => new RegExp(`^${pattern}$`).test(name)))
    .filter((name) => !new RegExp(`['"/@]${name}['"/]`).test(sources))
    .map((name) => `package.json ${name} no code names this dependency, which knip.json excuses`);
}

export const deadCode = {
  name: 'dead-code',
  async run(root) {
    const result = await runTool('knip', ['--reporter', 'json', '--no-progress', '--no-config-hints'], { root });
    if (result.code !== 0 && result.code !== 1) throw breakdown('knip', result);
    const { issues } = JSON.parse(result.stdout);
    const findings = issues.flatMap(findingsOf).sort();
    if (result.code === 1 && !findings.length) throw breakdown('knip', result);
    return [...findings, ...staleNames(root)];
  },
};
