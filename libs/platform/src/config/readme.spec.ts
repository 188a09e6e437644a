import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { environmentTable } from './config.js';

const readme = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../../../README.md');

describe("the README's table of the environment", () => {
  it('names every variable with its default and meaning, and no other', () => {
    const rows = environmentTable().map(({ name, required, fallback, meaning }) => {
      const shown = fallback ? `\`${fallback}\`` : required ? 'needed' : '';
      return [`\`${name}\``, shown, meaning];
    });
    const shownRows = readFileSync(readme, 'utf8')
      .split('\n')
      .filter((line) => /^\| `[A-Z_]+` +\|/.test(line))
      .map((line) => line.split('|').slice(1, -1))
      .map((cells) => cells.map((cell) => cell.trim()));
    expect(shownRows).toEqual(rows);
  });
});
