import pg, { type PoolClient } from 'pg';
import { QueryFailedError } from 'typeorm';

/** Thrown for what a request still asks of the database when its time is over. */
export class TimeOver extends Error {
  static readonly code = 'TIMEOUT';

  constructor() {
    super('This took too long and was given up; nothing of it was kept');
  }
}

/** A statement that the database ended because its time was over. */
const cancelled = '57014';

/** Whether it failed for taking too long: as a whole, or in one statement. */
export function isTimeOver(error: unknown): boolean {
  if (error instanceof TimeOver) return true;
  return error instanceof QueryFailedError && (error.driverError as { code?: string }).code === cancelled;
}

interface Wire {
  readonly processID: number;
  readonly connection: { readonly stream: { destroy(): void } };
}

/** The connections that a request holds just now, so that they can be taken from it when its time is over. */
export class RequestTime {
  private readonly held = new Set<PoolClient>();
  private isOver = false;

  /** Notes a connection that was taken for the request, until it is given back. */
  hold(client: PoolClient): void {
    if (this.isOver) {
      client.release();
      throw new TimeOver();
    }
    this.held.add(client);
    // That a wire is cut is heard where a statement fails on it. A client whose fault nobody hears would end the process.
    const hear = (): void => undefined;
    client.on('error', hear);
    const release = client.release.bind(client);
    client.release = (fault) => {
      this.held.delete(client);
      if (!this.isOver) client.removeListener('error', hear);
      release(this.isOver ? (fault ?? true) : fault);
    };
  }

  /**
   * From now on the request gets nothing more of the database: its connections are cut, so that what it had begun is undone and their places
   * in the pool are free, and the statements that still run on them are ended.
   */
  async end(databaseUrl: string): Promise<void> {
    this.isOver = true;
    const wires = [...this.held].map((client) => client as unknown as Wire);
    if (wires.length === 0) return;
    for (const { connection } of wires) connection.stream.destroy();
    await cancel(
      databaseUrl,
      wires.map(({ processID }) => processID),
    );
  }
}

/** Past the pool, all of whose connections may be held by what is to be ended. */
async function cancel(databaseUrl: string, pids: readonly number[]): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('SELECT pg_cancel_backend(pid) FROM unnest($1::int[]) AS pid', [pids]);
  } finally {
    await client.end();
  }
}
