import { loadTerritories } from '#institutions';
import { BadEnvironment, connect, NoApplicationRole, prepareApplicationRole, processDatabaseUrls } from '#platform';
import type { DataSource } from 'typeorm';

const newerSchema = 3;

/** Migrations that the database has run and this code does not know: it belongs to a newer version. */
async function unknownMigrations(database: DataSource): Promise<string[]> {
  const [{ known }] = await database.query<{ known: string | null }[]>(
    "SELECT to_regclass('migrations')::text AS known",
  );
  if (!known) return [];
  const run = await database.query<{ name: string }[]>('SELECT name FROM migrations ORDER BY id');
  const ours = new Set(database.migrations.map((migration) => migration.name ?? migration.constructor.name));
  return run.map(({ name }) => name).filter((name) => !ours.has(name));
}

async function main(): Promise<number> {
  const { owner, application } = processDatabaseUrls();
  const database = await connect(owner, 2);
  try {
    const unknown = await unknownMigrations(database);
    if (unknown.length > 0) {
      console.error(
        `The database has a newer schema (${unknown.at(-1)}): update this checkout, or point DATABASE_URL to another database.`,
      );
      return newerSchema;
    }
    const run = await database.runMigrations();
    console.log(run.length === 0 ? 'The schema is up to date.' : `Ran ${run.length} migrations.`);
    await prepareApplicationRole(database, owner, application);
    const territories = await loadTerritories(database);
    if (territories > 0) console.log(`Loaded ${territories} territories.`);
    return 0;
  } finally {
    await database.destroy();
  }
}

process.exitCode = await main().catch((error: unknown) => {
  const isExpected = error instanceof BadEnvironment || error instanceof NoApplicationRole;
  console.error(isExpected ? error.message : error);
  return 1;
});
