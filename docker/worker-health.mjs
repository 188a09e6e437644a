// The worker has no port to ask: it is well when nothing that was announced waits for it longer than a minute.
import pg from 'pg';

const client = new pg.Client({ connectionString: process.env.DATABASE_URL, connectionTimeoutMillis: 3000 });
await client.connect();
const { rows } = await client.query(
  "SELECT count(*)::int AS waiting FROM outbox WHERE relayed_at IS NULL AND recorded_at < now() - interval '1 minute'",
);
await client.end();
if (rows[0].waiting > 0) {
  console.error(`${rows[0].waiting} facts wait for the worker`);
  process.exitCode = 1;
}
