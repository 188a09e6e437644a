import { fill, Refusal, wordsOf, type Language, type RefusalDetails, type Words } from '#kernel';

/** What is wrong with a cell, in constant code and varying details. */
export interface CellFault {
  readonly code: string;
  readonly details: RefusalDetails;
}

/** A fault with its place. `row` as the spreadsheet program counts, `column` the column's name; null when it concerns the whole row. */
export interface RowFault extends CellFault {
  readonly row: number;
  readonly column: string | null;
  readonly value: string;
}

interface FaultWords {
  readonly wrong: Words;
  readonly mend: Words;
}

const declared = new Map<string, FaultWords>();

type Faults<T> = { readonly [Code in keyof T & string]: (details?: RefusalDetails) => CellFault };

/** Declares faults of cells with what is wrong and how to mend it, and gives a maker for each. */
export function declareFaults<T extends Readonly<Record<string, FaultWords>>>(words: T): Faults<T> {
  const makers: Record<string, (details?: RefusalDetails) => CellFault> = {};
  for (const [code, texts] of Object.entries(words)) {
    if (declared.has(code)) throw new Error(`The fault ${code} is declared twice`);
    declared.set(code, texts);
    makers[code] = (details = {}) => ({ code, details });
  }
  return makers as Faults<T>;
}

/** A refusal of the domain, said of a cell. */
export function faultOfRefusal({ code, details }: Refusal): CellFault {
  return { code, details };
}

/** The fault at its place. */
export function faultAt(row: number, column: string | null, value: string, { code, details }: CellFault): RowFault {
  return { row, column, value, code, details };
}

/** What a person reads: what is wrong, and how to mend it. The words of a domain's refusal say how to mend. */
export function wordsOfFault({ code, details }: CellFault, language: Language): { wrong: string; mend: string } {
  const words = declared.get(code);
  if (words) return { wrong: fill(words.wrong[language], details), mend: fill(words.mend[language], details) };
  return { wrong: notAccepted[language], mend: wordsOf(new Refusal(code, details), language) };
}

const notAccepted: Words = { es: 'Este valor no se acepta.', en: 'This value is not accepted.' };

export const sheetFaults = declareFaults({
  CELL_MISSING: {
    wrong: { es: 'Falta un dato obligatorio.', en: 'A required value is missing.' },
    mend: { es: 'Escríbalo en esta celda.', en: 'Write it in this cell.' },
  },
  COLUMN_MISSING: {
    wrong: { es: 'El archivo no tiene la columna «{column}».', en: 'The file has no column “{column}”.' },
    mend: {
      es: 'Agréguela con ese encabezado, o copie sus datos en la plantilla.',
      en: 'Add it under that heading, or copy your data into the template.',
    },
  },
  COLUMN_TWICE: {
    wrong: { es: 'La columna «{column}» está dos veces.', en: 'The column “{column}” is there twice.' },
    mend: { es: 'Deje una sola.', en: 'Keep only one.' },
  },
});
