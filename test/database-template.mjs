import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { filesUnder } from '../apps/launcher/build.mjs';
import { run } from '../apps/launcher/processes.mjs';
import { Failure } from '../apps/launcher/failure.mjs';

export const template = 'tinkuy_template';
/** Made by the first test of a run that wants it (test/screens/demonstration.ts), of the code as it is then. */
const demonstration = 'tinkuy_demonstration';

/** A digest of all that makes an empty database: migrations, the reference data and what loads it. */
export function schemaDigest(checkout) {
  const all = () => true;
  const compiled = (name) => name.endsWith('.js');
  const files = [
    ...filesUnder(join(checkout, 'dist/libs'), compiled).filter((path) =>
      /[\\/](migrations|reference)[\\/]/.test(path),
    ),
    ...filesUnder(join(checkout, 'dist/apps/database'), compiled),
    ...filesUnder(join(checkout, 'libs'), all).filter((path) => /[\\/]data[\\/]/.test(path)),
  ].sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(relative(checkout, file)).update(readFileSync(file));
  return hash.digest('hex');
}

/** Drops what an earlier run left and makes the template anew when the schema is no longer its own. */
export async function prepareTemplate(server, checkout) {
  const { default: pg } = await import('pg');
  const admin = new pg.Client({ connectionString: server.url('postgres') });
  await admin.connect();
  try {
    const { rows } = await admin.query("SELECT datname FROM pg_database WHERE datname LIKE 'clone\\_%'");
    for (const { datname } of rows) await admin.query(`DROP DATABASE ${datname} WITH (FORCE)`);
    await admin.query(`DROP DATABASE IF EXISTS ${demonstration} WITH (FORCE)`);
    const digest = schemaDigest(checkout);
    const known = await admin.query(
      "SELECT shobj_description(oid, 'pg_database') AS digest FROM pg_database WHERE datname = $1",
      [template],
    );
    if (known.rows[0]?.digest === digest) return;
    await admin.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
    await admin.query(`CREATE DATABASE ${template}`);
    await migrate(server.url(template));
    // Said last: a template that was cut short has no digest and is made again.
    await admin.query(`COMMENT ON DATABASE ${template} IS '${digest}'`);
  } finally {
    await admin.end();
  }
}

async function migrate(url) {
  const { code, stdout, stderr } = await run('database/migrate.js', { ...process.env, DATABASE_URL: url });
  if (code !== 0) throw new Failure(`The test database could not be migrated:\n${stderr || stdout}`);
}
