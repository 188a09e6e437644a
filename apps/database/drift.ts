import { BadEnvironment, connect, processDatabaseUrl } from '#platform';
import { QueryFailedError, type DataSource } from 'typeorm';

const own = "NOT EXISTS (SELECT FROM pg_depend WHERE objid = thing.oid AND deptype = 'e')";

/** Everything in the schema besides the migrations' own ledger and what belongs to an extension. */
const everything = `
  SELECT CASE relkind WHEN 'S' THEN 'sequence' WHEN 'r' THEN 'table' ELSE 'view' END || ' ' || relname AS name
    FROM pg_class thing WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'S', 'v', 'm')
     AND relname NOT IN ('migrations', 'migrations_id_seq') AND ${own}
  UNION ALL
  SELECT 'type ' || typname FROM pg_type thing
   WHERE typnamespace = 'public'::regnamespace AND typtype IN ('e', 'd', 'r') AND ${own}
  UNION ALL
  SELECT 'function ' || proname FROM pg_proc thing WHERE pronamespace = 'public'::regnamespace AND ${own}
  ORDER BY 1`;

async function leftOvers(database: DataSource): Promise<string[]> {
  const rows = await database.query<{ name: string }[]>(everything);
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

/** Up, down to an empty schema, and up once more. */
async function judge(database: DataSource): Promise<string[]> {
  await database.runMigrations();
  const pending = await pendingColumns(database);
  const findings = pending.map((statement) => `an entity and its table differ: ${statement}`);
  for (let left = database.migrations.length; left > 0; left -= 1) await database.undoLastMigration();
  const leftOver = await leftOvers(database);
  if (leftOver.length === 0) await database.runMigrations();
  return [...findings, ...leftOver.map((thing) => `reverting every migration leaves the ${thing}`)];
}

async function main(): Promise<number> {
  const database = await connect(processDatabaseUrl(), 2);
  try {
    const findings = await judge(database);
    for (const finding of findings) console.error(finding);
    if (findings.length === 0) console.log('Migrations and entities are equal, and every migration can be reverted.');
    return findings.length === 0 ? 0 : 1;
  } finally {
    await database.destroy();
  }
}

process.exitCode = await main().catch((error: unknown) => {
  const isExpected = error instanceof BadEnvironment || error instanceof QueryFailedError;
  console.error(isExpected ? error.message : error);
  return 1;
});
