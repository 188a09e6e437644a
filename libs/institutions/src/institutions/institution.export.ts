import { tidyLine } from '#kernel';
import { declareExport, Exporter, NotAllowed, type ExportQuery, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import type { Territory } from '../territories/territory.entity.js';
import { TerritoryRepository } from '../territories/territory.repository.js';
import { territoryKey, territorySystems, type TerritorySystem } from '../territories/territory.rules.js';
import type { Institution } from './institution.entity.js';
import { InstitutionRepository, type InstitutionSearch } from './institution.repository.js';
import { institutionKinds } from './institution.rules.js';
import { institutionKindWords } from './institution.terms.js';

interface Row {
  readonly institution: Institution;
  readonly territory: Territory | undefined;
}

/** The headings are those of the import, so that a file that was taken can be mended and brought back. */
const institutionExport = declareExport<Row>({
  kind: 'institutions',
  title: { es: 'Instituciones', en: 'Institutions' },
  isPersonal: false,
  columns: [
    { label: { es: 'Nombre', en: 'Name' }, text: ({ institution }) => institution.name },
    { label: { es: 'Sigla', en: 'Short name' }, text: ({ institution }) => institution.shortName ?? '' },
    {
      label: { es: 'Tipo', en: 'Kind' },
      text: ({ institution }, { language }) => institutionKindWords[institution.kind][language],
    },
    { label: { es: 'País', en: 'Country' }, text: ({ institution }) => institution.country },
    {
      label: { es: 'Territorio', en: 'Territory' },
      text: ({ territory }) => (territory ? `${territory.system} ${territory.code}` : ''),
    },
    {
      label: { es: 'Nombre del territorio', en: 'Name of the territory' },
      text: ({ territory }) => territory?.name ?? '',
    },
  ],
});

@Injectable()
export class InstitutionExporter extends Exporter<Row> {
  readonly kind = institutionExport;

  constructor(
    private readonly repository: InstitutionRepository,
    private readonly territories: TerritoryRepository,
  ) {
    super();
  }

  requireMayExport(viewer: Viewer): void {
    if (viewer.kind !== 'staff') throw new NotAllowed();
  }

  async *rows(_: Viewer, query: ExportQuery): AsyncIterable<Row[]> {
    const search = searchOf(query);
    let after: string | undefined;
    do {
      const page = await this.repository.found(search, { first: 200, after });
      const keys = page.rows.flatMap((row) => keyOf(row) ?? []);
      const places = await this.territories.byKeys(keys);
      yield page.rows.map((institution) => ({ institution, territory: places.get(keyOf(institution) ?? '') }));
      after = page.hasNext ? page.cursor(page.rows[page.rows.length - 1]) : undefined;
    } while (after);
  }
}

/** The filters of the list, as its address carries them. */
function searchOf(query: ExportQuery): InstitutionSearch {
  const [system, code] = (query['territory'] ?? '').split(':');
  const isTerritory = (territorySystems as readonly string[]).includes(system) && /^\d+$/.test(code ?? '');
  return {
    words: tidyLine(query['search'] ?? ''),
    kind: institutionKinds.find((one) => one === query['kind']),
    country: query['country'],
    territory: isTerritory ? { system: system as TerritorySystem, code } : null,
    archived: query['archived'] === 'true',
  };
}

function keyOf({ territorySystem: system, territoryCode: code }: Institution): string | null {
  return system && code ? territoryKey({ system, code }) : null;
}
