import { existsSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { runNode } from '../tool.mjs';
import { build } from './types.mjs';

const printer = 'dist/apps/api/print-words.js';

async function committed(root, language) {
  const file = path.join(root, `apps/api/words.${language}.json`);
  return existsSync(file) ? JSON.parse(await fs.readFile(file, 'utf8')) : {};
}

/** `SessionKind.plenary: "Plenaria"` for every word. */
const linesOf = (kinds) =>
  Object.entries(kinds).flatMap(([kind, values]) =>
    Object.entries(values).map(([value, word]) => `${kind}.${value}: ${JSON.stringify(word)}`),
  );

/** What the panel calls kinds and states is what the libs call them, and every enum of the schema has words in both languages. */
export const words = {
  name: 'words',
  async run(root, { built }) {
    if (!built && (await build(root)).code !== 0) return ['not judged: the code does not compile (see types)'];
    if (!existsSync(path.join(root, printer))) return [`there is no ${printer}: what prints the code's words?`];
    const printed = await runNode(printer, [], { root });
    const complaints = printed.stderr.match(/^Error: .*$/gm) ?? [printed.stderr];
    if (printed.code !== 0) return complaints;
    const findings = [];
    for (const [language, kinds] of Object.entries(JSON.parse(printed.stdout))) {
      const [code, file] = [linesOf(kinds), linesOf(await committed(root, language))];
      const unlike = [
        ...code.filter((line) => !file.includes(line)).map((line) => `  only in the code: ${line}`),
        ...file.filter((line) => !code.includes(line)).map((line) => `  only in the file: ${line}`),
      ];
      if (unlike.length)
        findings.push(
          [`apps/api/words.${language}.json is not the code's words: node ${printer} write`, ...unlike].join('\n'),
        );
    }
    return findings;
  },
};
