import pg from 'pg';
import { databaseUrl } from '#platform';

const client = new pg.Client(databaseUrl());
await client.connect();
await client.query('create table forgotten ()');
const { rows } = await client.query<{ name: string }>(
  `select table_name as name from information_schema.tables where table_schema = 'public'`,
);
await client.end();
for (const { name } of rows) console.log(`the table ${name} is left over`);
process.exitCode = rows.length ? 1 : 0;
