import { declareRefusals, type Refusal } from '#kernel';

const refusals = declareRefusals({
  TEXT_MISSING: {
    es: 'Falta escribir este dato.',
    en: 'This is still to be written.',
  },
  TEXT_TOO_LONG: {
    es: 'El texto tiene {length} caracteres; caben {longest}. Acórtelo.',
    en: 'The text has {length} characters; {longest} fit. Shorten it.',
  },
});

/** The first of the named texts that is blank or longer than `longest` characters; null when all are fit. */
export function refuseTexts(texts: Readonly<Record<string, string>>, longest = 200): Refusal | null {
  for (const [field, text] of Object.entries(texts)) {
    if (text.trim() === '') return refusals.TEXT_MISSING({}, field);
    if (text.length > longest) return refusals.TEXT_TOO_LONG({ length: text.length, longest }, field);
  }
  return null;
}
