import type { Language, Words } from '#kernel';
import { byteOrderMark, csvLine } from './csv.js';
import { headingOf, type ImportKind } from './import-kind.js';
import { workbook } from './workbook.js';

const words = {
  help: { es: 'Ayuda', en: 'Help' },
  column: { es: 'Columna', en: 'Column' },
  required: { es: '¿Obligatoria?', en: 'Required?' },
  yes: { es: 'Sí', en: 'Yes' },
  no: { es: 'No', en: 'No' },
  hint: { es: 'Qué escribir', en: 'What to write' },
  example: { es: 'Ejemplo', en: 'Example' },
} satisfies Record<string, Words>;

/** The file to fill in: headings and an example, which is passed over when it is left in. */
export function csvTemplate({ columns }: ImportKind, language: Language): string {
  const all = Object.values(columns);
  const headings = csvLine(all.map((column) => headingOf(column, language)));
  return byteOrderMark + headings + csvLine(all.map(({ example }) => example));
}

/** As the CSV, with a second sheet that says what to write where. */
export function workbookTemplate({ title, columns }: ImportKind, language: Language): Promise<Buffer> {
  const all = Object.values(columns);
  const headings = all.map((column) => headingOf(column, language));
  const { help, column, required, yes, no, hint, example } = words;
  return workbook([
    {
      name: title[language].slice(0, 31),
      headings,
      rows: [all.map((one) => one.example)],
      widths: all.map((one, place) => Math.max(headings[place].length, one.example.length, 12) + 2),
    },
    {
      name: help[language],
      headings: [column, required, hint, example].map((one) => one[language]),
      rows: all.map((one, place) => [
        headings[place],
        (one.required ? yes : no)[language],
        one.hint?.[language] ?? '',
        one.example,
      ]),
      widths: [28, 16, 70, 36],
    },
  ]);
}
