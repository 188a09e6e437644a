import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface ClonedDatabase {
  url: string;
  /** Ends every connection, as a restart of the database does. */
  cutOff(): Promise<void>;
  /** Ends whatever is still connected and removes the database. */
  drop: () => Promise<void>;
}

function adminUrl(): string {
  const url = process.env.TEST_DATABASE_URL;
  if (url) return url;
  throw new Error('There is no test database here: run the tests through npm test, for instance npm test -- meetings');
}

/** Does it with a connection to a database of the test server; the one that the server itself keeps when no URL is given. */
export async function connected<T>(work: (client: pg.Client) => Promise<T>, url = adminUrl()): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function asAdmin(statement: string): Promise<void> {
  await connected((client) => client.query(statement));
}

/** A database of the caller's own: migrated and with the reference data, or whatever else a template has. */
export async function cloneDatabase(template = 'tinkuy_template'): Promise<ClonedDatabase> {
  const name = `clone_${randomBytes(6).toString('hex')}`;
  await asAdmin(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`);
  const url = new URL(adminUrl());
  url.pathname = `/${name}`;
  return {
    url: url.href,
    cutOff: () => asAdmin(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`),
    drop: () => asAdmin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}
