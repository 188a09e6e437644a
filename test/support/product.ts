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
  const crew = new Crew(env);
  const stop = async (): Promise<void> => {
    await crew.end();
    await database.drop();
  };
  const names = (options.withWorker ?? true) ? ['api', 'worker'] : ['api'];
  const starting = names.map((name) => crew.start(name));
  try {
    const [api, worker] = (await Promise.all(starting)) as [ChildProcess, ChildProcess | undefined];
    const others = { anotherApi: () => crew.anotherApi(), anotherWorker: () => crew.anotherWorker() };
    return { url, databaseUrl: database.url, api, worker, log: () => crew.log(), ...others, stop };
  } catch (error) {
    // Whoever waits for a product that cannot start has nothing in hand to stop the rest of it with.
    await stop();
    throw error;
  }
}

/** The processes of one product. */
class Crew {
  private readonly lines: string[] = [];
  private readonly members: ChildProcess[] = [];

  constructor(private readonly env: NodeJS.ProcessEnv) {}

  log(): string {
    return this.lines.join('');
  }

  async start(name: string, own: NodeJS.ProcessEnv = {}): Promise<ChildProcess> {
    const env = { ...this.env, ...own };
    const stdio = ['ignore', 'pipe', 'pipe', 'ipc'] as ['ignore', 'pipe', 'pipe', 'ipc'];
    const child = fork(path.join(apps, name, 'main.js'), { env, stdio, execArgv: [] });
    this.members.push(child);
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (text: Buffer) => this.lines.push(text.toString()));
    await new Promise<void>((resolve, reject) => {
      child.once('message', () => resolve());
      child.once('close', (code) =>
        reject(new Error(`${name} ended with ${code} before it was ready:\n${this.log()}`)),
      );
    });
    return child;
  }

  async anotherApi(): Promise<string> {
    const port = await freePort();
    await this.start('api', { PORT: String(port) });
    return `http://127.0.0.1:${port}`;
  }

  async anotherWorker(): Promise<void> {
    await this.start('worker', { SMTP_SINK_PORT: String(await freePort()) });
  }

  async end(): Promise<void> {
    await Promise.all(this.members.map(ended));
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  // With what it still had to say.
  const closed = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGTERM');
  await closed;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
