import { existsSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { breakdown, linesOf, runNode } from '../tool.mjs';
import { build } from './types.mjs';

const committed = 'apps/api/schema.graphql';
const printer = 'dist/apps/api/print-schema.js';

/** The lines of `left` that `right` has not, at most as many as one screen holds. */
function onlyIn(left, right, label) {
  const known = new Set(right);
  const lines = left.filter((line) => !known.has(line));
  const rest = lines.length > 10 ? [`  … and ${lines.length - 10} more`] : [];
  return lines.length ? [`${label}:`, ...lines.slice(0, 10).map((line) => `  ${line.trim()}`), ...rest] : [];
}

export const schema = {
  name: 'schema',
  async run(root, { built }) {
    if (!built && (await build(root)).code !== 0) return ['not judged: the code does not compile (see types)'];
    if (!existsSync(path.join(root, printer))) return [`there is no ${printer}: what prints the code's schema?`];
    const printed = await runNode(printer, [], { root });
    if (printed.code !== 0) throw breakdown(printer, printed);
    const written = existsSync(path.join(root, committed)) ? await fs.readFile(path.join(root, committed), 'utf8') : '';
    if (printed.stdout.trim() === '') return [`${printer} printed no schema`];
    if (printed.stdout.trim() === written.trim()) return [];
    const [code, file] = [linesOf(printed.stdout), linesOf(written)];
    const difference = [...onlyIn(code, file, 'only in the code'), ...onlyIn(file, code, 'only in the file')];
    const places = difference.length ? difference : ['the same lines stand in another order'];
    return [[`${committed} is not the code's schema: node ${printer} > ${committed}`, ...places].join('\n')];
  },
};
