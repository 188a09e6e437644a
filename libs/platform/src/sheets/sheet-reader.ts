import { isRefusal, type Refusal } from '#kernel';
import { Injectable, Logger } from '@nestjs/common';
import { Worker } from 'node:worker_threads';
import { plainCell } from './cells.js';
import { largestFile, longestCell, mostColumns, mostRows, sheetRefusals } from './sheet-limits.js';
import type { SheetAnswer, SheetTask } from './sheet-reader.thread.js';

/** One row of a file; `number` as the spreadsheet program counts it, the headings being row 1. */
export interface SheetRow {
  readonly number: number;
  readonly cells: readonly string[];
}

export interface Sheet {
  readonly headings: SheetRow;
  readonly rows: readonly SheetRow[];
}

/** What a thread may take: a file that needs more was made to harm. */
const bounds = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 };
const patience = 20_000;

/** Reads files that people upload, each in a thread of its own with bounds on time and memory, so that no file stops the process. */
@Injectable()
export class SheetReader {
  private readonly logger = new Logger('Sheets');

  async read(bytes: Uint8Array): Promise<Sheet | Refusal> {
    if (bytes.length > largestFile) return sheetRefusals.SHEET_TOO_LARGE({ megabytes: largestFile / 1_000_000 });
    if (bytes.length === 0) return sheetRefusals.SHEET_EMPTY();
    if (looksForeign(bytes)) return sheetRefusals.SHEET_UNREADABLE();
    const answer = await this.inThread({ bytes, mostRows });
    if ('fault' in answer) {
      this.logger.warn({ message: 'A sheet could not be read', bytes: bytes.length });
      return sheetRefusals.SHEET_UNREADABLE();
    }
    const fault = sizeFault(answer.rows);
    return isRefusal(fault) ? fault : sheetOf(answer.rows);
  }

  private inThread(task: SheetTask): Promise<SheetAnswer> {
    return new Promise((resolve) => {
      const url = new URL('./sheet-reader.thread.js', import.meta.url);
      const thread = new Worker(url, { workerData: task, resourceLimits: bounds });
      const late = setTimeout(() => settle({ fault: 'It took too long' }), patience);
      const settle = (answer: SheetAnswer): void => {
        clearTimeout(late);
        resolve(answer);
        void thread.terminate();
      };
      thread.once('message', settle);
      thread.once('error', (error) => settle({ fault: error.message }));
      thread.once('exit', () => settle({ fault: 'The thread ended without an answer' }));
    });
  }
}

/** Old Excel books, PDFs and other binary files: a text has no NUL, except for a UTF-16 that nobody could tell from them. */
function looksForeign(bytes: Uint8Array): boolean {
  return !(bytes[0] === 0x50 && bytes[1] === 0x4b) && bytes.subarray(0, 4_096).includes(0);
}

function sizeFault(rows: readonly (readonly string[])[]): Refusal | null {
  if (rows.length > mostRows + 1) return sheetRefusals.SHEET_TOO_LONG({ rows: mostRows });
  if (rows.some((row) => row.length > mostColumns)) return sheetRefusals.SHEET_TOO_WIDE({ columns: mostColumns });
  return null;
}

/** Rows without a word are passed over; the first that has one holds the headings. */
function sheetOf(rows: readonly (readonly string[])[]): Sheet | Refusal {
  const numbered = rows
    .map((row, index) => ({ number: index + 1, cells: row.map((cell) => plainCell(cell).slice(0, longestCell)) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [headings, ...rest] = numbered;
  if (!headings || rest.length === 0) return sheetRefusals.SHEET_EMPTY();
  return { headings, rows: rest };
}
