import { isRefusal, tidyLine, type Language, type Refusal } from '#kernel';
import { declareFaults, declareImport, faultOfRefusal, textColumn, type CellFault } from '#platform';
import { documentTypes, type DocumentType } from '../documents/document.rules.js';
import { personFault, tidiedPerson } from './person.rules.js';

const faults = declareFaults({
  DAY_UNREADABLE: {
    wrong: { es: 'Esta fecha no se puede leer.', en: 'This date cannot be read.' },
    mend: { es: 'Escríbala como 2025-06-20 o 20/06/2025.', en: 'Write it as 2025-06-20 or 20/06/2025.' },
  },
  LANGUAGE_UNKNOWN: {
    wrong: { es: 'No se escriben correos en este idioma.', en: 'No mails are written in this language.' },
    mend: { es: 'Escriba español o inglés.', en: 'Write Spanish or English.' },
  },
  DOCUMENT_TYPE_UNKNOWN: {
    wrong: { es: 'No se conoce este tipo de documento.', en: 'There is no such kind of document.' },
    mend: {
      es: 'Escriba DNI, CE, RUC, CI (Bolivia) o pasaporte.',
      en: 'Write DNI, CE, RUC, CI (Bolivia) or passport.',
    },
  },
});

type Read<Value> = { readonly value: Value } | { readonly fault: CellFault };

/** A calendar day as the region writes it, day before month, or as ISO does; `2025-06-20`. */
export function readDay(text: string): Read<string> {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:T00:00)?$/.exec(text);
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const parts = iso ? iso.slice(1, 4) : local ? [local[3], local[2], local[1]] : null;
  if (!parts) return { fault: faults.DAY_UNREADABLE() };
  const day = parts.map((part, place) => part.padStart(place === 0 ? 4 : 2, '0')).join('-');
  const instant = new Date(`${day}T00:00:00Z`);
  const isDay = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day);
  return isDay ? { value: day } : { fault: faults.DAY_UNREADABLE() };
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase();

const languagesByWord: Readonly<Record<string, Language>> = {
  ...{ es: 'es', espanol: 'es', castellano: 'es', spanish: 'es' },
  ...{ en: 'en', ingles: 'en', english: 'en' },
};

const documentWords: Readonly<Record<string, DocumentType>> = {
  ...Object.fromEntries(documentTypes.map((type) => [type, type])),
  ...{ 'carne de extranjeria': 'ce', 'carnet de extranjeria': 'ce', pasaporte: 'passport' },
  ...{ ci: 'ci_bo', 'ci (bolivia)': 'ci_bo', cedula: 'ci_bo', 'cedula de identidad': 'ci_bo' },
};

function oneOf<Value>(words: Readonly<Record<string, Value>>, fault: CellFault): (text: string) => Read<Value> {
  return (text) => (Object.hasOwn(words, plain(text)) ? { value: words[plain(text)] } : { fault });
}

/** Judges one field by the rules of a person of whom nothing else is known. */
function judged(field: 'givenNames' | 'familyNames' | 'email' | 'phone'): (text: string) => Read<string> {
  return (text) => {
    const fault: Refusal | null = personFault(tidiedPerson({ givenNames: 'A', familyNames: 'B', [field]: text }));
    return isRefusal(fault) ? { fault: faultOfRefusal(fault) } : { value: tidyLine(text) };
  };
}

/** People with what they are at an institution. Somebody with two positions stands in two rows. */
export const personImport = declareImport({
  kind: 'persons',
  title: { es: 'Personas y cargos', en: 'People and positions' },
  columns: {
    givenNames: {
      label: { es: 'Nombres', en: 'Given names' },
      aliases: ['Nombre', 'First name', 'Primer nombre'],
      required: true,
      example: 'Rosa (ejemplo)',
      read: judged('givenNames'),
    },
    familyNames: {
      label: { es: 'Apellidos', en: 'Family names' },
      aliases: ['Apellido', 'Last name', 'Surname'],
      required: true,
      example: 'Quispe Mamani',
      read: judged('familyNames'),
    },
    email: {
      label: { es: 'Correo', en: 'E-mail' },
      aliases: ['Correo electrónico', 'Email', 'Mail'],
      example: 'rosa.quispe@muni.gob.example',
      hint: {
        es: 'Una sola dirección; dos personas pueden compartirla.',
        en: 'A single address; two people may share it.',
      },
      read: judged('email'),
    },
    phone: {
      label: { es: 'Teléfono', en: 'Phone' },
      aliases: ['Celular', 'Teléfono móvil', 'Mobile'],
      example: '+51 984 000 000',
      hint: { es: 'Con código de país si no es del Perú.', en: 'With the country code.' },
      read: judged('phone'),
    },
    documentType: {
      label: { es: 'Tipo de documento', en: 'Document type' },
      example: '',
      hint: { es: 'DNI, CE, RUC, CI (Bolivia) o pasaporte.', en: 'DNI, CE, RUC, CI (Bolivia) or passport.' },
      read: oneOf(documentWords, faults.DOCUMENT_TYPE_UNKNOWN()),
    },
    documentNumber: textColumn({
      label: { es: 'Número de documento', en: 'Document number' },
      aliases: ['Documento', 'N.º de documento'],
      example: '',
    }),
    language: {
      label: { es: 'Idioma', en: 'Language' },
      aliases: ['Idioma de los correos'],
      example: 'español',
      hint: {
        es: 'En el que se le escriben los correos; español si falta.',
        en: 'Of their mails; Spanish when absent.',
      },
      read: oneOf(languagesByWord, faults.LANGUAGE_UNKNOWN()),
    },
    institution: textColumn({
      label: { es: 'Institución', en: 'Institution' },
      aliases: ['Entidad', 'Organización'],
      example: 'Municipalidad Distrital de Ejemplo',
      hint: {
        es: 'Su nombre o su sigla, como está en Instituciones.',
        en: 'Its name or short name, as it stands in Institutions.',
      },
    }),
    title: textColumn({
      label: { es: 'Cargo', en: 'Position' },
      aliases: ['Puesto', 'Title', 'Job title'],
      example: 'Alcaldesa',
      hint: {
        es: 'Como va en la credencial. Necesita la institución.',
        en: 'As it stands on the card. Needs the institution.',
      },
    }),
    startsOn: {
      label: { es: 'Desde', en: 'From' },
      aliases: ['Fecha de inicio', 'Inicio', 'Start'],
      example: '2023-01-01',
      hint: { es: 'Primer día en el cargo; hoy si falta.', en: 'First day in the position; today when absent.' },
      read: readDay,
    },
    endsOn: {
      label: { es: 'Hasta', en: 'Until' },
      aliases: ['Fecha de fin', 'Fin', 'End'],
      example: '2026-12-31',
      hint: { es: 'Último día; vacío si continúa.', en: 'Last day; empty while it lasts.' },
      read: readDay,
    },
  },
});

export type PersonColumns = typeof personImport.columns;
