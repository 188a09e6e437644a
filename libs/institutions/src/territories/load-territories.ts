import type { DataSource, EntityManager } from 'typeorm';
import { territoryFiles, type TerritoryFile } from './territory-files.js';

/** Any number: two processes that migrate at once load one after the other. */
const loadLock = 1_750_000_200;

/** Loads the open territories of Peru and Bolivia, unless exactly these are there. Answers how many rows it wrote. */
export async function loadTerritories(dataSource: DataSource): Promise<number> {
  const files = await territoryFiles();
  return dataSource.transaction(async (manager) => {
    await manager.query('SELECT pg_advisory_xact_lock($1)', [loadLock]);
    let written = 0;
    for (const file of files) if (!(await isLoaded(manager, file))) written += await load(manager, file);
    return written;
  });
}

async function isLoaded(manager: EntityManager, { file, contentHash }: TerritoryFile): Promise<boolean> {
  const rows = await manager.query<{ whole: boolean }[]>(
    `SELECT row_count = (SELECT count(*) FROM territory WHERE country = source.country) AS whole
     FROM territory_source source WHERE file = $1 AND content_hash = $2`,
    [file, contentHash],
  );
  return rows[0]?.whole ?? false;
}

async function load(manager: EntityManager, source: TerritoryFile): Promise<number> {
  const places = source.places();
  await manager.query(
    `INSERT INTO territory (system, code, level, name, parent_code, country, counterpart_code)
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
     ON CONFLICT (system, code) DO UPDATE SET level = excluded.level, name = excluded.name, parent_code = excluded.parent_code,
       country = excluded.country, counterpart_code = excluded.counterpart_code`,
    [
      places.map(({ system }) => system),
      places.map(({ code }) => code),
      places.map(({ level }) => level),
      places.map(({ name }) => name),
      places.map(({ parentCode }) => parentCode),
      places.map(({ country }) => country),
      places.map(({ counterpartCode }) => counterpartCode),
    ],
  );
  await manager.query(
    `INSERT INTO territory_source (file, country, content_hash, row_count) VALUES ($1, $2, $3, $4)
     ON CONFLICT (file) DO UPDATE SET content_hash = excluded.content_hash, row_count = excluded.row_count`,
    [source.file, places[0].country, source.contentHash, places.length],
  );
  return places.length;
}
