import { testApp, type TestApp } from '#support';
import { ownTables } from './own-data.tables.js';

let app: TestApp;

beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

/** Kept about persons by tables of lower floors, which cannot point to them. */
const withoutKey = ['message', 'signed_link'];

it('every table whose rows belong to persons stands in the register of what people are shown', async () => {
  const rows = await app.dataSource.query<{ name: string }[]>(
    `SELECT DISTINCT relname AS name FROM pg_constraint JOIN pg_class ON pg_class.oid = conrelid
     WHERE contype = 'f' AND confrelid = 'person'::regclass ORDER BY 1`,
  );
  const known = [...rows.map(({ name }) => name), 'person', ...withoutKey].sort();
  expect(ownTables.map(({ table }) => table).sort()).toEqual(known);
});

it.each(ownTables)('$table answers for one person, with columns that the page has words for', async ({ question }) => {
  const rows = await app.dataSource.query<object[]>(question, ['00000000-0000-4000-8000-000000000000']);
  expect(rows).toEqual([]);
});
