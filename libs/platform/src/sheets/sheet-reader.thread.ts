import { parentPort, workerData } from 'node:worker_threads';
import { readCsv } from './csv.js';
import { isZip, readXlsx } from './xlsx.js';

/** What the thread is given, and what it answers. */
export interface SheetTask {
  readonly bytes: Uint8Array;
  readonly mostRows: number;
}

export type SheetAnswer = { readonly rows: string[][]; readonly length: number } | { readonly fault: string };

const { bytes, mostRows } = workerData as SheetTask;

async function answer(): Promise<SheetAnswer> {
  try {
    const rows = isZip(bytes) ? await readXlsx(bytes) : readCsv(bytes);
    // One row more than is allowed tells that there are too many; the others need not be carried over.
    return { rows: rows.slice(0, mostRows + 2), length: rows.length };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.postMessage(await answer());
