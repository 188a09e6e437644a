/** What a spreadsheet program would read as the beginning of a formula; some read the wide forms of the signs as well. */
const formula = /^[=+\-@＝＋－＠\t\r\n]/;

/** The same in the middle of a cell, where a program that separates by another sign begins a new one: Spanish ones do by `;`. */
const inner = /([;\t\r\n]\s*)(?=[=+\-@＝＋－＠])/g;
const innerMade = /([;\t\r\n]\s*)'(?=[=+\-@＝＋－＠])/g;

/** The text as a cell that no spreadsheet program computes: a quotation mark stands before what would begin a formula. */
export function inertCell(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** The same for a file whose separator the program guesses. */
export function inertAnywhere(text: string): string {
  return inertCell(text.replace(inner, "$1'"));
}

/** The text that was made inert, tidied: outer space gone, Unicode composed. */
export function plainCell(text: string): string {
  const inert = text.startsWith("'") && formula.test(text.slice(1));
  return (inert ? text.slice(1) : text).replace(innerMade, '$1').normalize('NFC').replaceAll('\0', '').trim();
}
