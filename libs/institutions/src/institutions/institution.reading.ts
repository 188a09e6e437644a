import { declareFaults, type ImportColumn } from '#platform';
import { institutionKinds, type InstitutionKind } from './institution.rules.js';
import { institutionKindWords } from './institution.terms.js';

const faults = declareFaults({
  INSTITUTION_KIND_UNKNOWN: {
    wrong: { es: 'Este tipo de institución no existe.', en: 'There is no such kind of institution.' },
    mend: {
      es: 'Escriba uno de estos: {kinds}.',
      en: 'Write one of these: {kinds}.',
    },
  },
  COUNTRY_UNKNOWN: {
    wrong: { es: 'No se reconoce este país.', en: 'This country is not recognised.' },
    mend: {
      es: 'Escriba su nombre (Perú) o su código ISO de dos letras (PE).',
      en: 'Write its name (Peru) or its ISO code of two letters (PE).',
    },
  },
});

/** As two names are compared: no case, no accents, no doubled spaces. */
function comparableName(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Other words that people write for a kind. */
const otherWords: Readonly<Partial<Record<InstitutionKind, readonly string[]>>> = {
  agency: ['agencia', 'organismo', 'entidad publica', 'organismo publico', 'agency'],
  regional_government: ['gobierno regional', 'gore', 'gobernacion', 'gobierno departamental'],
  municipality: [
    'municipio',
    'municipalidad distrital',
    'municipalidad provincial',
    'gobierno local',
    'gobierno autonomo municipal',
  ],
  mancomunidad: ['mancomunidad municipal', 'mancomunidad regional'],
  university: ['universidad', 'instituto', 'university'],
  association: ['asociacion', 'gremio', 'association'],
  ngo: ['organizacion no gubernamental'],
  international: ['cooperacion internacional', 'organismo internacional'],
};

const kindsByWord = new Map<string, InstitutionKind>(
  institutionKinds.flatMap((kind) => {
    const { es, en } = institutionKindWords[kind];
    return [kind, es, en, ...(otherWords[kind] ?? [])].map((word) => [comparableName(word), kind] as const);
  }),
);

export const readKind: ImportColumn<InstitutionKind>['read'] = (text) => {
  const kind = kindsByWord.get(comparableName(text));
  if (kind) return { value: kind };
  const kinds = institutionKinds.map((one) => institutionKindWords[one].es).join(', ');
  return { fault: faults.INSTITUTION_KIND_UNKNOWN({ kinds }) };
};

let countries: Map<string, string> | null = null;

/** Codes by the names that ICU knows in Spanish and English. */
function countriesByName(): Map<string, string> {
  if (countries) return countries;
  countries = new Map();
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  for (const locale of ['es', 'en']) {
    const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
    for (const code of letters.flatMap((one) => letters.map((two) => one + two))) {
      const name = names.of(code);
      if (name) countries.set(comparableName(name), code);
    }
  }
  return countries;
}

export const readCountry: ImportColumn<string>['read'] = (text) => {
  if (/^[A-Za-z]{2}$/.test(text)) return { value: text.toUpperCase() };
  const code = countriesByName().get(comparableName(text));
  return code ? { value: code } : { fault: faults.COUNTRY_UNKNOWN() };
};
