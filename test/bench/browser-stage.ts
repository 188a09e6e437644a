import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const checkout = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

export interface Server {
  readonly url: (database: string) => string;
  readonly stop: () => Promise<void>;
}

const ours = <T>(file: string): Promise<T> => import(pathToFileURL(path.join(checkout, file)).href) as Promise<T>;

/** A database server of the bench's own, with the template that every demonstration is cloned from. */
export async function benchDatabase(): Promise<Server> {
  const { startPostgres } = await ours<{ startPostgres: (directory: string) => Promise<Server> }>(
    'apps/launcher/postgres.mjs',
  );
  const { prepareTemplate } = await ours<{ prepareTemplate: (server: Server, checkout: string) => Promise<void> }>(
    'test/database-template.mjs',
  );
  const directory = path.join(checkout, '.tinkuy/bench');
  await mkdir(directory, { recursive: true });
  const server = await startPostgres(directory);
  await prepareTemplate(server, checkout);
  process.env.TEST_DATABASE_URL = server.url('postgres');
  return server;
}

export async function chromiumPath(): Promise<string> {
  const { findChromium } = await ours<{ findChromium: () => string | undefined }>('test/outside.mjs');
  const found = findChromium();
  if (!found) throw new Error('This bench needs Chromium: install it, or name it in TEST_CHROMIUM');
  return found;
}

/** Where the benches keep what they measured. */
export const historyFolder = path.join(checkout, 'test/bench/history');
