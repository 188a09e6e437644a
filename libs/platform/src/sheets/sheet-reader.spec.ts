import { isRefusal } from '#kernel';
import { inertCell, plainCell } from './cells.js';
import { csvLine } from './csv.js';
import { mostRows } from './sheet-limits.js';
import { SheetReader } from './sheet-reader.js';
import { workbook } from './workbook.js';

const reader = new SheetReader();
const utf8 = (text: string) => new TextEncoder().encode(text);

async function cellsOf(bytes: Uint8Array): Promise<readonly (readonly string[])[] | string> {
  const sheet = await reader.read(bytes);
  return isRefusal(sheet) ? sheet.code : [sheet.headings, ...sheet.rows].map(({ cells }) => cells);
}

const rows = [
  ['Nombre', 'País'],
  ['Muñoz, Íñigo', 'Perú'],
];

describe('a CSV', () => {
  it.each([
    ['with commas', 'Nombre,País\n"Muñoz, Íñigo",Perú\n'],
    ['with semicolons and Windows line ends', 'Nombre;País\r\nMuñoz, Íñigo;Perú\r\n'],
    ['with tabs', 'Nombre\tPaís\nMuñoz, Íñigo\tPerú'],
    ['with a byte order mark', '\ufeffNombre;País\nMuñoz, Íñigo;Perú'],
    ['with letters that are composed of two', 'Nombre;País\nMun\u0303oz, I\u0301n\u0303igo;Peru\u0301'],
  ])('%s is read', async (_, text) => {
    expect(await cellsOf(utf8(text))).toEqual(rows);
  });

  it('of Windows-1252 is read', async () => {
    expect(await cellsOf(Buffer.from('Nombre;País\r\nMuñoz, Íñigo;Perú\r\n', 'latin1'))).toEqual(rows);
  });

  it('keeps the numbers of its rows when lines between them are empty', async () => {
    const sheet = await reader.read(utf8('Nombre,País\n\n,\nA,B\n'));
    expect(sheet).toEqual({
      headings: { number: 1, cells: ['Nombre', 'País'] },
      rows: [{ number: 4, cells: ['A', 'B'] }],
    });
  });
});

describe('a workbook', () => {
  const book = (headings: string[], body: string[][]) =>
    workbook([{ name: 'Hoja', headings, rows: body, widths: headings.map(() => 10) }]);

  it('is read with its leading zeros', async () => {
    const bytes = await book(['Nombre', 'Código'], [['Cusco', '080101']]);
    expect(await cellsOf(bytes)).toEqual([
      ['Nombre', 'Código'],
      ['Cusco', '080101'],
    ]);
  });

  it('that unpacks to gigabytes is refused before it is unpacked', async () => {
    const bytes = await book(['Nombre'], [['Cusco']]);
    const entry = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    bytes.writeUInt32LE(4_000_000_000, entry + 24);
    expect(await cellsOf(bytes)).toBe('SHEET_UNREADABLE');
  });

  it('cut short is refused', async () => {
    const bytes = await book(['Nombre'], [['Cusco']]);
    expect(await cellsOf(bytes.subarray(0, bytes.length - 30))).toBe('SHEET_UNREADABLE');
  });
});

describe('a file is refused that', () => {
  it('is empty, or has headings alone', async () => {
    expect(await cellsOf(new Uint8Array())).toBe('SHEET_EMPTY');
    expect(await cellsOf(utf8('Nombre,País\n'))).toBe('SHEET_EMPTY');
  });

  it('is no sheet', async () => {
    expect(await cellsOf(utf8('%PDF-1.7\0\u0001'))).toBe('SHEET_UNREADABLE');
  });

  it('has too many rows, columns or bytes', async () => {
    expect(await cellsOf(utf8(`a,b\n${'1,2\n'.repeat(mostRows + 1)}`))).toBe('SHEET_TOO_LONG');
    expect(await cellsOf(utf8(`${'a,'.repeat(120)}\n${'1,'.repeat(120)}`))).toBe('SHEET_TOO_WIDE');
    expect(await cellsOf(new Uint8Array(5_000_001))).toBe('SHEET_TOO_LARGE');
  });
});

it('A file with exactly as many rows as may be is taken', async () => {
  expect((await cellsOf(utf8(`a,b\n${'1,2\n'.repeat(mostRows)}`))).length).toBe(mostRows + 1);
});

describe('a cell', () => {
  it.each(['=1+1', '+51 984 000 000', '-2', '@SUM(A1)', '\tx', '\r=1'])(
    '%j is never computed, and comes back as it was',
    (text) => {
      expect(inertCell(text)).toBe(`'${text}`);
      expect(plainCell(inertCell(text))).toBe(text.trim());
    },
  );

  it('of a name stays as it is', () => {
    expect([inertCell("O'Higgins"), plainCell("'Abd al-Karim")]).toEqual(["O'Higgins", "'Abd al-Karim"]);
  });

  it('stays one cell in a CSV', () => {
    expect(csvLine(['a "b"', 'c;d', '=e,f', 'g\nh'])).toBe(`"a ""b""","c;d","'=e,f","g\nh"\r\n`);
  });
});
