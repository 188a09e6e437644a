import fs from 'node:fs';
import path from 'node:path';
import { closureKeys } from '../import-closure.mjs';
import { sourcesOf } from '../sources.mjs';
import { breakdown, runTool } from '../tool.mjs';
import { describeSchema } from './types.mjs';

const remembered = 'dist/.cache/lint.json';
const judges = [
  'eslint.config.mjs',
  'test/check/lint',
  'tsconfig.json',
  'apps/panel/tsconfig.json',
  'package.json',
  'package-lock.json',
];

/** Everything besides the sources that a verdict depends on: the rules, the compiler's options, the packages, ambient types. */
function common(root, files) {
  const ambient = files.filter((file) => file.endsWith('.d.ts'));
  const read = (place) => {
    const whole = path.join(root, place);
    if (!fs.existsSync(whole)) return '';
    if (fs.statSync(whole).isDirectory()) return fs.readdirSync(whole).map((name) => read(path.join(place, name)));
    return fs.readFileSync(whole, 'utf8');
  };
  return [process.version, ...[...judges, ...ambient].map(read)];
}

function recall(root) {
  const file = path.join(root, remembered);
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {};
}

function remember(root, clean) {
  fs.mkdirSync(path.dirname(path.join(root, remembered)), { recursive: true });
  fs.writeFileSync(path.join(root, remembered), JSON.stringify(Object.fromEntries(clean)));
}

async function judge(root, files) {
  // Without the schema's types every answer in the panel would be unknown.
  if (files.some((file) => file.startsWith('apps/panel/'))) await describeSchema(root);
  const result = await runTool('eslint', ['--format', 'json', '--no-warn-ignored', '--max-warnings', '0', ...files], {
    root,
  });
  if (result.code !== 0 && result.code !== 1) throw breakdown('eslint', result);
  return JSON.parse(result.stdout).map(({ filePath, messages }) => ({
    file: path.relative(root, filePath),
    findings: messages.map(
      ({ line = 0, column = 0, message, ruleId }) =>
        `${path.relative(root, filePath)}:${line}:${column} ${message}${ruleId ? ` (${ruleId})` : ''}`,
    ),
  }));
}

export const lint = {
  name: 'lint',
  async run(root) {
    const files = sourcesOf(root);
    const keys = closureKeys(root, files, common(root, files));
    const known = recall(root);
    const changed = files.filter((file) => known[file] !== keys.get(file));
    const verdicts = changed.length ? await judge(root, changed) : [];
    const faulty = new Set(verdicts.filter(({ findings }) => findings.length).map(({ file }) => file));
    remember(
      root,
      [...keys].filter(([file]) => !faulty.has(file)),
    );
    return verdicts.sort((a, b) => a.file.localeCompare(b.file)).flatMap(({ findings }) => findings);
  },
};
