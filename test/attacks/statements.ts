import pg from 'pg';

/** The statements that this process sends while `body` runs, other than those of the sweeps: what an operation cost the database. */
export async function statementsOf(body: () => Promise<unknown>): Promise<number> {
  const client = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown };
  const { query } = client;
  let count = 0;
  client.query = function (this: unknown, ...args: unknown[]) {
    count += 1;
    return query.apply(this, args);
  };
  try {
    await body();
    return count;
  } finally {
    client.query = query;
  }
}
