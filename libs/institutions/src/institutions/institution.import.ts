import { groupedBy, isRefusal } from '#kernel';
import {
  declareFaults,
  declareImport,
  faultAt,
  faultOfRefusal,
  Importer,
  requireMay,
  textColumn,
  type ImportContext,
  type ImportDone,
  type ImportPlan,
  type Progress,
  type ReadRow,
  type RowFault,
  type Viewer,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { readTerritory, TerritoryFinder, type TerritoryWish } from '../territories/territory-finder.js';
import { readCountry, readKind } from './institution.reading.js';
import { InstitutionRepository } from './institution.repository.js';
import { faultOf, tidied, type InstitutionDraft } from './institution.rules.js';
import { InstitutionService } from './institution.service.js';

const faults = declareFaults({
  TERRITORY_NOT_FOUND: {
    wrong: {
      es: 'Ningún territorio de ese país se llama o se codifica así.',
      en: 'No territory of that country has this name or code.',
    },
    mend: {
      es: 'Escriba el código UBIGEO del INEI (en Bolivia, del INE) o los nombres: Cusco / Cusco / Wanchaq.',
      en: 'Write the UBIGEO code of INEI (in Bolivia, of INE) or the names: Cusco / Cusco / Wanchaq.',
    },
  },
  TERRITORY_AMBIGUOUS: {
    wrong: { es: 'Hay {count} territorios que se llaman así.', en: '{count} territories have this name.' },
    mend: {
      es: 'Escriba también la región y la provincia, o el código: {codes}.',
      en: 'Write the region and province too, or the code: {codes}.',
    },
  },
  INSTITUTION_TWICE: {
    wrong: {
      es: 'La misma institución está también en la fila {row}.',
      en: 'The same institution is also in row {row}.',
    },
    mend: { es: 'Deje una sola de las dos filas.', en: 'Keep only one of the two rows.' },
  },
});

export const institutionImport = declareImport({
  kind: 'institutions',
  title: { es: 'Instituciones', en: 'Institutions' },
  columns: {
    name: textColumn({
      label: { es: 'Nombre', en: 'Name' },
      aliases: ['Institución', 'Entidad', 'Nombre de la institución', 'Razón social'],
      required: true,
      example: 'Municipalidad Distrital de Ejemplo',
      hint: { es: 'El nombre completo, como lo escriben los documentos.', en: 'The full name, as documents write it.' },
    }),
    shortName: textColumn({
      label: { es: 'Sigla', en: 'Short name' },
      aliases: ['Siglas', 'Nombre corto', 'Abreviatura'],
      example: 'MDE',
      hint: { es: 'Como la llama la gente.', en: 'As people say it.' },
    }),
    kind: {
      label: { es: 'Tipo', en: 'Kind' },
      aliases: ['Tipo de institución', 'Clase'],
      required: true,
      example: 'Municipalidad',
      hint: { es: 'Municipalidad, Mancomunidad, Ministerio, CITE…', en: 'Municipality, Ministry, University, NGO…' },
      read: readKind,
    },
    country: {
      label: { es: 'País', en: 'Country' },
      required: true,
      example: 'Perú',
      hint: { es: 'Su nombre o su código ISO de dos letras.', en: 'Its name or its ISO code of two letters.' },
      read: readCountry,
    },
    territory: {
      label: { es: 'Territorio', en: 'Territory' },
      aliases: ['UBIGEO', 'Código UBIGEO', 'Código de territorio', 'Ubicación'],
      example: 'Cusco / Cusco / Wanchaq',
      hint: {
        es: 'Código UBIGEO del INEI (en Bolivia, del INE), o región / provincia / distrito.',
        en: 'UBIGEO code of INEI (in Bolivia, of INE), or region / province / district.',
      },
      read: (text: string) => {
        const wish = readTerritory(text);
        return wish ? { value: wish } : { fault: faults.TERRITORY_NOT_FOUND() };
      },
    },
  },
});

type Columns = typeof institutionImport.columns;

/** Imports institutions; one that is there already by country, kind, name and territory is passed over. */
@Injectable()
export class InstitutionImporter extends Importer<Columns> {
  readonly kind = institutionImport;

  constructor(
    private readonly service: InstitutionService,
    private readonly repository: InstitutionRepository,
  ) {
    super();
  }

  requireMayImport(viewer: Viewer): void {
    requireMay(viewer, 'institutions.change');
  }

  async plan(rows: readonly ReadRow<Columns>[], { work }: ImportContext): Promise<ImportPlan> {
    const places = await TerritoryFinder.over(work.manager);
    const read = rows.map(({ number, values }) => ({ number, draft: draftOf(number, values, places) }));
    const wrong = read.flatMap(({ draft }) => ('code' in draft ? [draft] : []));
    const drafts = read.flatMap(({ number, draft }) => ('code' in draft ? [] : [{ number, draft }]));
    const names = drafts.map(({ draft }) => draft.name);
    const keys = await this.repository.keysOf(work.manager, names);
    const keyed = drafts.map(({ number, draft }, place) => ({ number, name: names[place], key: keys.of(draft) }));
    const twice = groupedBy(keyed, ({ key }) => key).values();
    const repeated = [...twice].flatMap(([first, ...others]) =>
      others.map(({ number, name }) => faultAt(number, 'name', name, faults.INSTITUTION_TWICE({ row: first.number }))),
    );
    const known = keyed.filter(({ key }) => keys.taken.has(key)).map(({ number }) => number);
    return { faults: [...wrong, ...repeated], known };
  }

  async apply(rows: readonly ReadRow<Columns>[], { work }: ImportContext, progress: Progress): Promise<ImportDone> {
    const places = await TerritoryFinder.over(work.manager);
    const drafts = rows.map(({ number, values }) => draftOf(number, values, places) as Required<InstitutionDraft>);
    const created = await this.service.addMany(work, drafts, progress);
    return { created };
  }

  override readonly undo = async (created: readonly string[], { work }: ImportContext): Promise<void> => {
    await this.repository.forget(work.manager, created);
  };
}

function draftOf(
  row: number,
  values: ReadRow<Columns>['values'],
  places: TerritoryFinder,
): Required<InstitutionDraft> | RowFault {
  const { name, shortName, kind, country, territory } = values;
  const found = territory ? places.found(territory, country) : [];
  if (territory && found.length !== 1)
    return territoryFault(
      row,
      territory,
      found.map(({ code }) => code),
    );
  const [place] = found;
  const draft = tidied({
    ...{ name, shortName, kind, country },
    territorySystem: place?.system ?? null,
    territoryCode: place?.code ?? null,
  });
  const fault = faultOf(draft);
  if (!isRefusal(fault)) return draft;
  const column = fault.field ?? null;
  return faultAt(row, column, String(values[(column ?? 'name') as 'name'] ?? ''), faultOfRefusal(fault));
}

function territoryFault(row: number, wish: TerritoryWish, codes: readonly string[]): RowFault {
  const written = 'code' in wish ? wish.code : wish.names.join(' / ');
  if (codes.length === 0) return faultAt(row, 'territory', written, faults.TERRITORY_NOT_FOUND());
  const shown = { count: codes.length, codes: codes.slice(0, 6).join(', ') };
  return faultAt(row, 'territory', written, faults.TERRITORY_AMBIGUOUS(shown));
}
