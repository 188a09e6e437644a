import { parse } from 'csv-parse/sync';
import { inertAnywhere } from './cells.js';

/** Spreadsheet programs read a CSV as UTF-8 only when it begins with this. */
export const byteOrderMark = '\ufeff';

/** The rows of a CSV as text. Lines that are empty stay, so that a row's place is its number. */
export function readCsv(bytes: Uint8Array): string[][] {
  const text = decoded(bytes);
  return parse(text, {
    delimiter: delimiterOf(text),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
  });
}

/** UTF-8, or else the Windows-1252 in which spreadsheet programs of the region save a plain CSV. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The one that stands most often in the headings, outside of quotation marks. */
function delimiterOf(text: string): string {
  const headings = text.slice(0, text.search(/[\r\n]|$/)).replace(/"[^"]*"/g, '');
  const counted = [',', ';', '\t'].map((mark) => ({ mark, count: headings.split(mark).length }));
  return counted.sort((a, b) => b.count - a.count)[0].mark;
}

/** One line of a CSV whose cells no spreadsheet program computes. */
export function csvLine(cells: readonly string[]): string {
  const quoted = cells.map((cell) => {
    const inert = inertAnywhere(cell);
    return /[",;\t\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
  });
  return `${quoted.join(',')}\r\n`;
}
