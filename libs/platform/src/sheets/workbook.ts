import type { Cell, SheetData } from 'write-excel-file/node';
import { inertCell } from './cells.js';

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface WorkbookSheet {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Width of each column, in characters. */
  readonly widths: readonly number[];
}

/** A workbook whose cells are all text, so that leading zeros stay and no program computes them. */
export async function workbook(sheets: readonly WorkbookSheet[]): Promise<Buffer> {
  // Loaded by whoever exports first: most processes never do.
  const { default: writeWorkbook } = await import('write-excel-file/node');
  const files = writeWorkbook(
    sheets.map(({ name, headings, rows, widths }) => ({
      sheet: name,
      data: [headings.map(headingCell), ...rows.map((row) => row.map(textCell))] satisfies SheetData,
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: 1,
    })),
  );
  return files.toBuffer();
}

function headingCell(text: string): Cell {
  return { value: text, type: String, fontWeight: 'bold', backgroundColor: '#FAF7F0' };
}

/** `@` is the format of text: without it the program would turn a written `0012` into a number when the cell is edited. */
function textCell(text: string): Cell {
  return text === '' ? null : { value: inertCell(text), type: String, format: '@', wrap: text.length > 60 };
}
