import { cloneDatabase, connected, type ClonedDatabase } from '#support';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const seedProgram = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../apps/demo/seed.js');
const template = 'tinkuy_demonstration';

/** Signed links are derived of it: whatever runs on the demonstration has to have it too. */
export const demonstrationSecret = 'a secret that only the screens know, 32+';

/**
 * The II Encuentro as `npm start` seeds it, in a database of the caller's own. It is seeded once in a run of the tests, by whichever
 * process wants it first, and cloned for everybody; for each of them its time is what it was when the seed had ended.
 */
export async function cloneDemonstration(): Promise<ClonedDatabase> {
  const seededAt = await connected(async (client) => {
    await client.query("SELECT pg_advisory_lock(hashtext('the demonstration'))");
    return (await known()) ?? (await make());
  });
  const clone = await cloneDatabase(template);
  await connected(
    (client) => client.query('UPDATE clock_shift SET milliseconds = milliseconds - $1', [Date.now() - seededAt]),
    clone.url,
  );
  return clone;
}

/** When it was seeded, as the system's clock says; null before that. */
async function known(): Promise<number | null> {
  const query = "SELECT shobj_description(oid, 'pg_database') AS at FROM pg_database WHERE datname = $1";
  const { rows } = await connected((client) => client.query<{ at: string }>(query, [template]));
  return rows.length > 0 ? Number(rows[0].at) : null;
}

async function make(): Promise<number> {
  const { url } = await cloneDatabase();
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    TINKUY_MODE: 'demo',
    DATABASE_URL: url,
    // Neither is kept in the rows: addresses are written when a mail goes out.
    PUBLIC_URL: 'http://demonstration.invalid',
    SMTP_URL: 'smtp://127.0.0.1:9',
    SECRET: demonstrationSecret,
  };
  await promisify(execFile)(process.execPath, [seedProgram], { env });
  const seededAt = Date.now();
  const name = new URL(url).pathname.slice(1);
  await connected(async (client) => {
    await client.query(`COMMENT ON DATABASE ${name} IS '${seededAt}'`);
    // Last: under this name it is whole.
    await client.query(`ALTER DATABASE ${name} RENAME TO ${template}`);
  });
  return seededAt;
}
