import { declareRefusals, isLine, tidyLine, type Refusal } from '#kernel';
import type { TerritorySystem } from '../territories/territory.rules.js';

export const institutionKinds = [
  'ministry',
  'agency',
  'regional_government',
  'municipality',
  'mancomunidad',
  'cite',
  'university',
  'association',
  'company',
  'ngo',
  'international',
] as const;
export type InstitutionKind = (typeof institutionKinds)[number];

export const institutionRefusals = declareRefusals({
  INSTITUTION_NAME_WRONG: {
    es: 'Escriba el nombre de la institución en una línea, con {limit} letras como máximo.',
    en: "Write the institution's name on one line, with {limit} letters at most.",
  },
  INSTITUTION_EXISTS: {
    es: 'Ya existe una institución de este tipo con ese nombre en ese territorio. Búsquela y use la existente.',
    en: 'An institution of this kind with that name is already there in that territory. Search for it and use that one.',
  },
  INSTITUTION_COUNTRY_WRONG: {
    es: 'Escriba el país con su código ISO de dos letras mayúsculas, por ejemplo PE o BO.',
    en: 'Write the country as its ISO code of two capital letters, such as PE or BO.',
  },
  TERRITORY_UNKNOWN: {
    es: 'Ningún territorio tiene el código {code} en {system}. Búsquelo en la lista de territorios.',
    en: 'No territory has the code {code} in {system}. Look it up in the list of territories.',
  },
});

const nameLimit = 200;

/** An institution as somebody describes it. */
export interface InstitutionDraft {
  readonly name: string;
  readonly shortName?: string | null;
  readonly kind: InstitutionKind;
  /** ISO 3166-1 alpha-2: `PE`. */
  readonly country: string;
  readonly territorySystem?: TerritorySystem | null;
  readonly territoryCode?: string | null;
  readonly isDemonstration?: boolean;
}

export function tidied(draft: InstitutionDraft): Required<InstitutionDraft> {
  return {
    name: tidyLine(draft.name),
    shortName: draft.shortName ? tidyLine(draft.shortName) || null : null,
    kind: draft.kind,
    country: draft.country,
    territorySystem: draft.territoryCode ? (draft.territorySystem ?? null) : null,
    territoryCode: draft.territoryCode ?? null,
    isDemonstration: draft.isDemonstration ?? false,
  };
}

/** What is wrong with a tidied draft; null when nothing is. */
export function faultOf(draft: Required<InstitutionDraft>): Refusal | null {
  if (!isLine(draft.name, nameLimit)) return institutionRefusals.INSTITUTION_NAME_WRONG({ limit: nameLimit }, 'name');
  if (draft.shortName !== null && !isLine(draft.shortName, nameLimit)) {
    return institutionRefusals.INSTITUTION_NAME_WRONG({ limit: nameLimit }, 'shortName');
  }
  if (!/^[A-Z]{2}$/.test(draft.country)) return institutionRefusals.INSTITUTION_COUNTRY_WRONG({}, 'country');
  if (draft.territoryCode !== null && draft.territorySystem === null) return unknownTerritory(draft);
  return null;
}

export function unknownTerritory(draft: Required<InstitutionDraft>): Refusal {
  const details = { code: draft.territoryCode ?? '', system: draft.territorySystem ?? '?' };
  return institutionRefusals.TERRITORY_UNKNOWN(details, 'territory');
}
