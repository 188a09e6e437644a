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

export const deadCode = {
  name: 'dead-code',
  async run(root) {
    const result = await runTool('knip', ['--reporter', 'json', '--no-progress', '--no-config-hints'], { root });
    if (result.code !== 0 && result.code !== 1) throw breakdown('knip', result);
    const { issues } = JSON.parse(result.stdout);
    const findings = issues.flatMap(findingsOf).sort();
    if (result.code === 1 && !findings.length) throw breakdown('knip', result);
    return findings;
  },
};
