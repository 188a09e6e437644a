import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import { Config } from '../config/config.js';

type Listener = (payload: string) => void;

const reconnectAfter = 1_000;

/** One connection per process that hears PostgreSQL's NOTIFY. Comes back by itself after the database was away. */
@Injectable()
export class DatabaseListener implements OnApplicationShutdown {
  private readonly logger = new Logger(DatabaseListener.name);
  private readonly listeners = new Map<string, Listener[]>();
  private readonly kept: string[] = [];
  private client: Client | null = null;
  private connecting: Promise<Client> | null = null;
  private retry: NodeJS.Timeout | null = null;
  private closed = false;

  constructor(private readonly config: Config) {}

  /** Calls `listener` on every NOTIFY of the channel, and once after each reconnection, since some may have been missed. */
  async listen(channel: string, listener: Listener): Promise<void> {
    this.listeners.set(channel, [...(this.listeners.get(channel) ?? []), listener]);
    await (await this.connected()).query(`LISTEN "${channel}"`);
  }

  /** Runs the statement now and after each reconnection: for what PostgreSQL keeps only as long as the connection lives. */
  async keep(statement: string): Promise<void> {
    const client = await this.connected();
    await client.query(statement);
    this.kept.push(statement);
  }

  private async connected(): Promise<Client> {
    if (this.client) return this.client;
    this.connecting ??= this.connect().finally(() => (this.connecting = null));
    return this.connecting;
  }

  private async connect(): Promise<Client> {
    const client = new Client({ connectionString: this.config.applicationDatabaseUrl, connectionTimeoutMillis: 5_000 });
    client.on('notification', ({ channel, payload }) => this.tell(channel, payload ?? ''));
    client.on('error', (error) => this.reconnect(error));
    client.on('end', () => this.reconnect(new Error('connection ended')));
    await client.connect();
    this.client = client;
    for (const channel of this.listeners.keys()) await client.query(`LISTEN "${channel}"`);
    for (const statement of this.kept) await client.query(statement);
    return client;
  }

  private reconnect(reason: Error): void {
    this.client = null;
    if (this.closed || this.retry) return;
    this.logger.warn(`Lost the listening connection (${reason.message}); trying again`);
    this.retry = setTimeout(() => {
      this.retry = null;
      this.connected().then(
        () => this.tellAll(),
        (error: Error) => this.reconnect(error),
      );
    }, reconnectAfter);
  }

  private tell(channel: string, payload: string): void {
    for (const listener of this.listeners.get(channel) ?? []) listener(payload);
  }

  private tellAll(): void {
    for (const channel of this.listeners.keys()) this.tell(channel, '');
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    if (this.retry) clearTimeout(this.retry);
    await this.client?.end();
  }
}
