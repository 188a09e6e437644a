import { fork, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cloneDatabase, type ClonedDatabase } from './database.js';

const apps = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../apps');

export interface Product {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** The database itself, whatever stands between it and the processes. */
  readonly databaseUrl: string;
  readonly api: ChildProcess;
  /** Undefined where the product was started without one. */
  readonly worker: ChildProcess | undefined;
  /** Everything that both processes wrote so far. */
  log(): string;
  /** One more process that answers, on the same database; its URL. It ends with the product. */
  anotherApi(): Promise<string>;
  /** One more process that works, whose sweeps begin at once. It ends with the product. */
  anotherWorker(): Promise<void>;
  stop(): Promise<void>;
}

interface ProductOptions {
  /** How browsers call it; passkeys need a name, and know no addresses. */
  readonly host?: 'localhost' | '127.0.0.1';
  readonly env?: Readonly<Record<string, string>>;
  /** What the processes are given instead of the database's own URL. */
  readonly through?: (databaseUrl: string) => Promise<string>;
  /** A database that has more in it than the empty one; it is dropped with the product. */
  readonly database?: ClonedDatabase;
  /** Which processes there are: a spec that waits for no mail, job or sweep starts the product without its worker. */
  readonly withWorker?: boolean;
}

/** The product as it ships: both processes, on a database of their own, their clock settable. */
export async function startProduct(options: ProductOptions = {}): Promise<Product> {
  const database = options.database ?? (await cloneDatabase());
  const port = await freePort();
  const url = `http://${options.host ?? '127.0.0.1'}:${port}`;
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    TINKUY_MODE: 'test',
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: url,
    DATABASE_URL: options.through ? await options.through(database.url) : database.url,
    SMTP_SINK_PORT: String(await freePort()),
    SECRET: 'a secret that only the tests know, 32+',
    ...options.env,
  };
  const lines: string[] = [];
  const names = (options.withWorker ?? true) ? ['api', 'worker'] : ['api'];
  const [api, worker] = (await Promise.all(names.map((name) => started(name, env, lines)))) as [
    ChildProcess,
    ChildProcess | undefined,
  ];
  const others: ChildProcess[] = [];
  const anotherApi = async (): Promise<string> => {
    const ownPort = await freePort();
    others.push(await started('api', { ...env, PORT: String(ownPort) }, lines));
    return `http://127.0.0.1:${ownPort}`;
  };
  const anotherWorker = async (): Promise<void> => {
    const ownEnv = { ...env, SMTP_SINK_PORT: String(await freePort()) };
    others.push(await started('worker', ownEnv, lines));
  };
  const stop = async (): Promise<void> => {
    await Promise.all([api, ...(worker ? [worker] : []), ...others].map(ended));
    await database.drop();
  };
  return { url, databaseUrl: database.url, api, worker, log: () => lines.join(''), anotherApi, anotherWorker, stop };
}

async function started(name: string, env: NodeJS.ProcessEnv, lines: string[]): Promise<ChildProcess> {
  const child = fork(path.join(apps, name, 'main.js'), { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'], execArgv: [] });
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => lines.push(text.toString()));
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', (code) =>
      reject(new Error(`${name} ended with ${code} before it was ready:\n${lines.join('')}`)),
    );
  });
  return child;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await exit;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
