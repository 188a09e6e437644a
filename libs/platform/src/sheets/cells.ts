/** What a spreadsheet program would read as the beginning of a formula. */
const formula = /^[=+\-@\t\r]/;

/** The text as a cell that no spreadsheet program computes: a quotation mark stands before what would begin a formula. */
export function inertCell(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** The text that `inertCell` made inert, tidied: outer space gone, Unicode composed. */
export function plainCell(text: string): string {
  const inert = text.startsWith("'") && formula.test(text.slice(1));
  return (inert ? text.slice(1) : text).normalize('NFC').replaceAll('\0', '').trim();
}
