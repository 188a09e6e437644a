import { declareRefusals, isEmail, isLine, tidyEmail, tidyLine, type Refusal } from '#kernel';

/** The kinds of documents that people knows; rules of another lib import nothing of it. */
type DocumentKind = 'dni' | 'ce' | 'ruc' | 'ci_bo' | 'passport';

/** A person as a focal point writes them down. Blank e-mail and phone are none. */
export interface PersonEntry {
  readonly givenNames: string;
  readonly familyNames: string;
  readonly positionTitle: string;
  readonly email?: string | null;
  readonly phone?: string | null;
  /** Kind and number of the identity document, as the rules of people read them; both or none. */
  readonly documentType?: DocumentKind | null;
  readonly documentNumber?: string | null;
}

type DocumentFields = 'documentType' | 'documentNumber';

/** With every blank made null. The document is judged by people's rules, which know its kinds. */
export type TidyEntry = Required<Omit<PersonEntry, DocumentFields>> & Pick<PersonEntry, DocumentFields>;

/** People that one submission may add. */
export const mostEntries = 100;

const nameLimit = 100;
const titleLimit = 150;

export const entryRefusals = declareRefusals({
  ENTRY_GIVEN_NAMES_WRONG: {
    es: 'Persona {row}: escriba los nombres (una línea, hasta {limit} letras).',
    en: 'Person {row}: write the given names (one line, up to {limit} letters).',
  },
  ENTRY_FAMILY_NAMES_WRONG: {
    es: 'Persona {row}: escriba los apellidos (una línea, hasta {limit} letras).',
    en: 'Person {row}: write the family names (one line, up to {limit} letters).',
  },
  ENTRY_POSITION_WRONG: {
    es: 'Persona {row}: escriba el cargo (una línea, hasta {limit} letras).',
    en: 'Person {row}: write the position (one line, up to {limit} letters).',
  },
  ENTRY_EMAIL_WRONG: {
    es: 'Persona {row}: el correo no es una dirección. Escriba una sola, como nombre@institucion.gob.pe, o déjelo vacío.',
    en: 'Person {row}: the e-mail is no address. Write one alone, such as name@institution.gob.pe, or leave it empty.',
  },
  ENTRY_PHONE_WRONG: {
    es: 'Persona {row}: el teléfono no es un número. Escriba solo cifras, como +51 984 000 000, o déjelo vacío.',
    en: 'Person {row}: the phone is no number. Write digits alone, such as +51 984 000 000, or leave it empty.',
  },
  ENTRY_TWICE: {
    es: 'Persona {row}: {name} ya está en esta delegación. Quite la fila o, si es un homónimo, póngale otro correo o teléfono.',
    en: 'Person {row}: {name} is already in this delegation. Drop the row or, for a namesake, give another e-mail or phone.',
  },
  ENTRIES_NONE: {
    es: 'No escribió a nadie. Llene al menos una persona: nombres, apellidos y cargo.',
    en: 'Nobody was written down. Fill in at least one person: given names, family names and position.',
  },
  ENTRIES_TOO_MANY: {
    es: 'Se pueden agregar hasta {most} personas a la vez. Divida la lista.',
    en: 'Up to {most} people can be added at once. Split the list.',
  },
});

export function tidyEntry(entry: PersonEntry): TidyEntry {
  return {
    givenNames: tidyLine(entry.givenNames),
    familyNames: tidyLine(entry.familyNames),
    positionTitle: tidyLine(entry.positionTitle),
    email: entry.email?.trim() ? tidyEmail(entry.email) : null,
    phone: entry.phone?.trim() ? tidyLine(entry.phone) : null,
    documentType: entry.documentNumber?.trim() ? (entry.documentType ?? null) : null,
    documentNumber: entry.documentNumber?.trim() || null,
  };
}

function isPhone(text: string): boolean {
  return /^\+?[0-9][0-9 ()-]{4,24}$/.test(text);
}

/** All that is wrong with one tidied entry. `index` counts from 0 in fields, from 1 in words. */
export function faultsOf(entry: TidyEntry, index: number): Refusal[] {
  const row = index + 1;
  const field = (name: keyof PersonEntry) => `people.${index}.${name}`;
  const faults: Refusal[] = [];
  if (!isLine(entry.givenNames, nameLimit)) {
    faults.push(entryRefusals.ENTRY_GIVEN_NAMES_WRONG({ row, limit: nameLimit }, field('givenNames')));
  }
  if (!isLine(entry.familyNames, nameLimit)) {
    faults.push(entryRefusals.ENTRY_FAMILY_NAMES_WRONG({ row, limit: nameLimit }, field('familyNames')));
  }
  if (!isLine(entry.positionTitle, titleLimit)) {
    faults.push(entryRefusals.ENTRY_POSITION_WRONG({ row, limit: titleLimit }, field('positionTitle')));
  }
  if (entry.email !== null && !isEmail(entry.email))
    faults.push(entryRefusals.ENTRY_EMAIL_WRONG({ row }, field('email')));
  if (entry.phone !== null && !isPhone(entry.phone))
    faults.push(entryRefusals.ENTRY_PHONE_WRONG({ row }, field('phone')));
  return faults;
}

/** What tells two people of one delegation apart: their names without accents, and how to reach them. */
export function likeness(entry: Pick<TidyEntry, 'givenNames' | 'familyNames' | 'email' | 'phone'>): string {
  const plain = (text: string | null) => (text ?? '').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return [entry.givenNames, entry.familyNames, entry.email, entry.phone?.replace(/\D/g, '') ?? null]
    .map(plain)
    .join('\n');
}

/** Entries that are already known by their likeness, or stand twice in the list. */
export function repeated(entries: readonly TidyEntry[], known: ReadonlySet<string>): Refusal[] {
  const seen = new Set(known);
  return entries.flatMap((entry, index) => {
    const name = likeness(entry);
    const isRepeated = seen.has(name);
    seen.add(name);
    const shown = `${entry.givenNames} ${entry.familyNames}`;
    return isRepeated ? [entryRefusals.ENTRY_TWICE({ row: index + 1, name: shown }, `people.${index}.givenNames`)] : [];
  });
}

/** All that is wrong with a list of tidied entries, by themselves. */
export function faultsOfAll(entries: readonly TidyEntry[]): Refusal[] {
  if (entries.length === 0) return [entryRefusals.ENTRIES_NONE({}, 'people.0.givenNames')];
  if (entries.length > mostEntries) return [entryRefusals.ENTRIES_TOO_MANY({ most: mostEntries })];
  return entries.flatMap(faultsOf);
}
