import { parse } from 'csv-parse/sync';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { placesOf, type Naming, type Place } from './territory.rules.js';

/** The data stands beside the sources and is not compiled: from the compiled file, up to the root and down again. */
const data = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../../..', 'libs/institutions/data');

export interface TerritoryFile {
  readonly file: string;
  readonly contentHash: string;
  places(): Place[];
}

type Line = Readonly<Record<string, string>>;

const sources: readonly { file: string; namings: (line: Line) => Naming[] }[] = [
  { file: 'peru_ubigeo_2025.csv', namings: peruvian },
  { file: 'bolivia_municipios_2024.csv', namings: bolivian },
];

function peruvian(line: Line): Naming[] {
  const names = {
    country: 'PE',
    smallest: 'district',
    names: [line.departamento, line.provincia, line.distrito],
  } as const;
  const [inei, reniec] = [line.ubigeo_inei, line.ubigeo_reniec];
  return [
    { ...names, system: 'INEI', code: inei, counterpartCode: reniec || null },
    { ...names, system: 'RENIEC', code: reniec, counterpartCode: inei },
  ];
}

function bolivian(line: Line): Naming[] {
  const names = [line.nombre_dep, line.nombre_prov, line.nombre_mun];
  return [
    { country: 'BO', smallest: 'municipality', names, system: 'INE', code: line.codigo_ine, counterpartCode: null },
  ];
}

/** The open data of Peru and Bolivia, read but not yet parsed. */
export async function territoryFiles(): Promise<TerritoryFile[]> {
  return Promise.all(
    sources.map(async ({ file, namings }) => {
      const text = await readFile(path.join(data, file), 'utf8');
      const contentHash = createHash('sha256').update(text).digest('hex');
      const places = () => placesOf(parse<Line>(text, { columns: true, bom: true }).flatMap(namings));
      return { file, contentHash, places };
    }),
  );
}
