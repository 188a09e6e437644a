import { BadEnvironment, connect, processDatabaseUrl } from '#platform';
import type { DataSource } from 'typeorm';

/** Tables that no entity describes: the migrations' own ledger, and what only SQL touches. */
async function tablesIn(database: DataSource): Promise<string[]> {
  const rows = await database.query<{ name: string }[]>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations' ORDER BY 1",
  );
  return rows.map(({ name }) => name);
}

/** Statements that would make the tables equal to the entities. Indexes, checks and foreign keys live in migrations alone. */
async function pendingColumns(database: DataSource): Promise<string[]> {
  const { upQueries } = await database.driver.createSchemaBuilder().log();
  return upQueries
    .map(({ query }) => query)
    .filter(
      (query) =>
        /CREATE TABLE|ADD "|(ALTER|DROP) COLUMN|DROP "/.test(query) &&
        !/CONSTRAINT|INDEX/.test(query.replace(/CREATE TABLE.*/s, 'CREATE TABLE')),
    );
}

async function main(): Promise<number> {
  const database = await connect(processDatabaseUrl(), 2);
  const findings: string[] = [];
  try {
    await database.runMigrations();
    findings.push(
      ...(await pendingColumns(database)).map((statement) => `an entity and its table differ: ${statement}`),
    );
    for (let left = database.migrations.length; left > 0; left -= 1) await database.undoLastMigration();
    findings.push(...(await tablesIn(database)).map((table) => `reverting every migration leaves the table ${table}`));
    await database.runMigrations();
  } finally {
    await database.destroy();
  }
  for (const finding of findings) console.error(finding);
  if (findings.length === 0) console.log('Migrations and entities are equal, and every migration can be reverted.');
  return findings.length === 0 ? 0 : 1;
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof BadEnvironment ? error.message : error);
  return 1;
});
