import { readSheet } from 'read-excel-file/universal';
import { largestUnpacked } from './sheet-limits.js';

/** Whether the bytes begin as a ZIP archive does, which a workbook is. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** The first sheet's cells as text. Formulas are read as the values that the spreadsheet program saved for them. */
export async function readXlsx(bytes: Uint8Array): Promise<string[][]> {
  if (unpackedSize(bytes) > largestUnpacked) throw new Error('The workbook unpacks to too much');
  const own = new Uint8Array(bytes).buffer;
  const rows = (await readSheet(new Blob([own]) as never)) as unknown as unknown[][];
  return rows.map((row) => row.map(textOf));
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, cell.getTime() % 86_400_000 === 0 ? 10 : 16);
  if (typeof cell === 'number') return Number.isInteger(cell) ? BigInt(cell).toString() : String(cell);
  return typeof cell === 'string' ? cell : JSON.stringify(cell);
}

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;

/**
 * What the archive's directory says that its files unpack to, in bytes; the reader unpacks no file to more than stands there. An archive
 * without a plain directory (in several parts, or larger than 4 GB) is an error.
 */
function unpackedSize(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== endOfDirectory) end -= 1;
  if (end < 0) throw new Error('The archive has no directory');
  let [place, size] = [view.getUint32(end + 16, true), 0];
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(place, true) !== directoryEntry) throw new Error('The directory of the archive is broken');
    size += view.getUint32(place + 24, true);
    place +=
      46 + view.getUint16(place + 28, true) + view.getUint16(place + 30, true) + view.getUint16(place + 32, true);
  }
  return size;
}
