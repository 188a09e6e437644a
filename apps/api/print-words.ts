import { printedWords } from '#platform';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '../../../apps/api');

/** Prints the domain's words, every language in one object; `write` puts them where they are committed, a file per language. */
async function print(): Promise<void> {
  const { words, unlike } = await printedWords();
  for (const complaint of unlike) console.error(`Error: ${complaint}`);
  if (process.argv[2] !== 'write') {
    process.stdout.write(JSON.stringify(words));
    process.exitCode = unlike.length > 0 ? 1 : 0;
    return;
  }
  for (const [language, kinds] of Object.entries(words))
    await writeFile(path.join(folder, `words.${language}.json`), `${JSON.stringify(kinds, null, 2)}\n`);
}

await print();
