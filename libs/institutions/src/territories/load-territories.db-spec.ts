import { testApp, type TestApp } from '#support';
import { loadTerritories } from './load-territories.js';

let app: TestApp;

beforeAll(async () => {
  app = await testApp();
  await app.dataSource.query('TRUNCATE territory, territory_source, institution CASCADE');
});
afterAll(() => app.close());

const load = (): Promise<number> => loadTerritories(app.dataSource);
const nameOf = async (system: string, code: string): Promise<string[]> => {
  const rows = await app.dataSource.query<{ name: string }[]>(
    'SELECT name FROM territory WHERE system = $1 AND code = $2',
    [system, code],
  );
  return rows.map(({ name }) => name);
};

describe('the territories of Peru and Bolivia', () => {
  it('are loaded once, by however many processes', async () => {
    const written = await Promise.all([load(), load(), load()]);
    expect(written.sort((a, b) => a - b)).toEqual([0, 0, 4687]);
    expect(await load()).toBe(0);
  });

  it('are all there at every level, in every system', async () => {
    const rows = await app.dataSource.query<unknown[]>(
      'SELECT system, level, count(*)::int AS count FROM territory GROUP BY 1, 2 ORDER BY 1, count',
    );
    expect(rows).toEqual([
      { system: 'INE', level: 'department', count: 9 },
      { system: 'INE', level: 'province', count: 113 },
      { system: 'INE', level: 'municipality', count: 343 },
      { system: 'INEI', level: 'department', count: 25 },
      { system: 'INEI', level: 'province', count: 196 },
      { system: 'INEI', level: 'district', count: 1891 },
      { system: 'RENIEC', level: 'department', count: 25 },
      { system: 'RENIEC', level: 'province', count: 196 },
      { system: 'RENIEC', level: 'district', count: 1889 },
    ]);
  });

  it('have other codes in other systems, so a code alone names nothing', async () => {
    expect(await nameOf('INEI', '08')).toEqual(['Cusco']);
    expect(await nameOf('RENIEC', '08')).toEqual(['Huancavelica']);
    expect(await nameOf('INEI', '0613')).toEqual(['Santa Cruz']);
    expect(await nameOf('INE', '020101')).toEqual(['Nuestra Señora de La Paz']);
  });

  it('stand in territories that are there too', async () => {
    const orphans = await app.dataSource.query<unknown[]>(
      `SELECT code FROM territory one WHERE parent_code IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM territory WHERE system = one.system AND code = one.parent_code)`,
    );
    expect(orphans).toEqual([]);
  });

  it('are loaded again when one was lost or the list has changed', async () => {
    await app.dataSource.query("DELETE FROM territory WHERE system = 'INEI' AND code = '080101'");
    expect(await load()).toBe(4222);
    expect(await nameOf('INEI', '080101')).toEqual(['Cusco']);
    await app.dataSource.query("UPDATE territory_source SET content_hash = 'older' WHERE country = 'BO'");
    await app.dataSource.query("UPDATE territory SET name = 'Older' WHERE system = 'INE' AND code = '020101'");
    expect(await load()).toBe(465);
    expect(await nameOf('INE', '020101')).toEqual(['Nuestra Señora de La Paz']);
  });
});
