import { dataDirectory } from './data-dir.mjs';
import { Failure, reportAndExit } from './failure.mjs';
import { startPostgres } from './postgres.mjs';
import { prepare } from './prepare.mjs';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from './data-dir.mjs';
import { Progress } from './progress.mjs';

/** The database that was given, or the demonstration's: found running, or started for as long as it is read. */
async function database() {
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, leave: async () => undefined };
  const directory = dataDirectory();
  if (!existsSync(directory)) throw new Failure(`There is no audit yet: ${directory} does not exist. Run npm start.`);
  const server = await startPostgres(directory);
  return { url: server.url('tinkuy'), leave: async () => (server.adopted ? undefined : server.stop()) };
}

async function verify() {
  await prepare(new Progress());
  const { url, leave } = await database();
  try {
    const env = { ...process.env, DATABASE_URL: url };
    const args = [join(checkout, 'dist/apps/audit/verify.js'), ...process.argv.slice(2)];
    const child = spawn(process.execPath, args, { cwd: checkout, env, stdio: 'inherit' });
    process.exitCode = await new Promise((done, failed) =>
      child.once('error', failed).once('exit', (code) => done(code ?? 1)),
    );
  } finally {
    await leave();
  }
}

verify().catch(reportAndExit);
