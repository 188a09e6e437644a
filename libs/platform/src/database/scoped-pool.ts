import pg, { type Pool, type PoolClient, type PoolConfig } from 'pg';
import { published, settingsOf, type RowScope } from './row-scope.js';
import type { RequestTime } from './request-time.js';
import { system, type RowScopes } from './row-scopes.js';

export interface Scoped {
  readonly scopes: RowScopes;
  /** Where the application logs in under a role of its own. */
  readonly applicationUrl: string;
  /** Milliseconds that one statement of a request may take. What the product itself does takes as long as it takes. */
  readonly statementLimit: number;
}

type Done = (error: Error | undefined, client: PoolClient | undefined, release: (fault?: unknown) => void) => void;

const setScope = {
  name: 'set_row_scope',
  text: `SELECT set_config('tinkuy.organizations', $1, false), set_config('tinkuy.events', $2, false),
           set_config('tinkuy.account', $3, false), set_config('tinkuy.person', $4, false), set_config('tinkuy.token', $5, false)`,
};

/** What each connection was told last; a new one shows only what is published, without being told. */
const told = new WeakMap<PoolClient, string>();
const untold = JSON.stringify(settingsOf(published));

async function tell(client: PoolClient, scope: RowScope): Promise<void> {
  const values = settingsOf(scope);
  const wanted = JSON.stringify(values);
  if ((told.get(client) ?? untold) === wanted) return;
  // Unknown until it is done: a connection that broke in between is told again.
  told.set(client, 'unknown');
  await client.query({ ...setScope, values });
  told.set(client, wanted);
}

/** For callers who wait with a function. */
function hand(taken: Promise<PoolClient>, done: Done): void {
  taken.then(
    (client) => done(undefined, client, (fault) => client.release(fault as Error | undefined)),
    (error: Error) => done(error, undefined, () => undefined),
  );
}

/**
 * The driver's pool, split in two: connections of the application's role, which is told for whom it asks each time one is taken, and those
 * of the tables' owner, which only the product itself gets.
 */
export function scopedPool({ scopes, applicationUrl, statementLimit }: Scoped) {
  return class ScopedPool extends pg.Pool {
    private readonly owners: Pool;

    constructor(options: PoolConfig) {
      super({ ...options, connectionString: applicationUrl, statement_timeout: statementLimit });
      this.owners = new pg.Pool(options);
      this.owners.on('error', (error, client) => this.emit('error', error, client));
    }

    override connect(): Promise<PoolClient>;
    override connect(done: Done): void;
    override connect(done?: Done): Promise<PoolClient> | void {
      // Read now: whoever waits for a connection is called back from where another request gave it up.
      const scope = scopes.current();
      const taken = scope === system ? this.owners.connect() : this.taken(scope, scopes.time());
      return done ? hand(taken, done) : taken;
    }

    override end(): Promise<void>;
    override end(done: (error?: Error) => void): void;
    override end(done?: (error?: Error) => void): Promise<void> | void {
      const ended = Promise.all([super.end(), this.owners.end()]).then(() => undefined);
      if (!done) return ended;
      ended.then(
        () => done(),
        (error: Error) => done(error),
      );
    }

    private async taken(scope: RowScope, time: RequestTime | null): Promise<PoolClient> {
      const client = await super.connect();
      time?.hold(client);
      try {
        await tell(client, scope);
        return client;
      } catch (error) {
        client.release(error as Error);
        throw error;
      }
    }
  };
}
