import {
  declareRefusals,
  emailInvalid,
  isEmail,
  isLine,
  tidyEmail,
  tidyLine,
  type Language,
  type Refusal,
} from '#kernel';
import { documentFault, tidiedDocument, type DocumentType } from '../documents/document.rules.js';

const nameLimit = 100;

export const personRefusals = declareRefusals({
  PERSON_NAME_WRONG: {
    es: 'Escriba nombres y apellidos, cada uno en una línea de {limit} letras como máximo.',
    en: 'Write given and family names, each on one line of {limit} letters at most.',
  },
  PHONE_INVALID: {
    es: 'Escriba el teléfono con cifras y, si hace falta, el código de país: +51 984 000 000.',
    en: 'Write the phone number in digits, with the country code if needed: +51 984 000 000.',
  },
});

/** A person as somebody describes them. */
export interface PersonDraft {
  readonly givenNames: string;
  readonly familyNames: string;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly documentType?: DocumentType | null;
  readonly documentNumber?: string | null;
  readonly language?: Language;
  readonly isDemonstration?: boolean;
  /** Who keeps them; absent where only one organisation is meant. Never changes. */
  readonly organizationId?: string | null;
}

type PersonFields = Required<Omit<PersonDraft, 'organizationId'>>;

export function tidiedPerson(draft: PersonDraft): PersonFields {
  return {
    givenNames: tidyLine(draft.givenNames),
    familyNames: tidyLine(draft.familyNames),
    email: draft.email ? tidyEmail(draft.email) || null : null,
    phone: draft.phone ? tidyLine(draft.phone) || null : null,
    ...tidiedDocument(draft),
    language: draft.language ?? 'es',
    isDemonstration: draft.isDemonstration ?? false,
  };
}

/** What is wrong with a tidied draft; null when nothing is. */
export function personFault(person: PersonFields): Refusal | null {
  for (const field of ['givenNames', 'familyNames'] as const) {
    if (!isLine(person[field], nameLimit)) return personRefusals.PERSON_NAME_WRONG({ limit: nameLimit }, field);
  }
  if (person.email !== null && !isEmail(person.email)) return emailInvalid('email');
  if (person.phone !== null && !/^\+?[0-9][0-9 ()-]{4,24}$/.test(person.phone))
    return personRefusals.PHONE_INVALID({}, 'phone');
  return documentFault(person, 'documentNumber', 'documentType');
}

/** As cards and lists write it: `Rosa Quispe Mamani`. */
export function personName(person: { givenNames: string; familyNames: string }): string {
  return `${person.givenNames} ${person.familyNames}`;
}
