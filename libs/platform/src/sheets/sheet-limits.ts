import { declareRefusals } from '#kernel';

/** Bytes of an uploaded file. */
export const largestFile = 5_000_000;

/** Rows below the headings. */
export const mostRows = 20_000;

/** Cells of one row. */
export const mostColumns = 100;

/** Characters of one cell. */
export const longestCell = 2_000;

/** Bytes of a workbook once it is unpacked: about thirty times the largest file that is taken. */
export const largestUnpacked = 150_000_000;

export const sheetRefusals = declareRefusals({
  SHEET_TOO_LARGE: {
    es: 'El archivo pesa más de {megabytes} MB. Divídalo en varios o quite las columnas y hojas que no hacen falta.',
    en: 'The file is larger than {megabytes} MB. Split it, or remove the columns and sheets that are not needed.',
  },
  SHEET_TOO_LONG: {
    es: 'El archivo tiene más de {rows} filas. Divídalo en varios.',
    en: 'The file has more than {rows} rows. Split it.',
  },
  SHEET_TOO_WIDE: {
    es: 'El archivo tiene más de {columns} columnas. Quite las que no hacen falta.',
    en: 'The file has more than {columns} columns. Remove those that are not needed.',
  },
  SHEET_EMPTY: {
    es: 'El archivo no tiene filas debajo de los encabezados. Llene la plantilla y súbala.',
    en: 'The file has no rows below its headings. Fill in the template and upload it.',
  },
  SHEET_UNREADABLE: {
    es: 'No se pudo leer el archivo. Ábralo en su hoja de cálculo y guárdelo como CSV UTF-8 o como libro de Excel (.xlsx).',
    en: 'The file could not be read. Open it in your spreadsheet program and save it as CSV UTF-8 or as an Excel workbook (.xlsx).',
  },
});
