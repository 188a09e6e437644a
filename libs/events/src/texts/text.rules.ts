import { declareRefusals, isLine, tidyLine, type Refusal } from '#kernel';

const refusals = declareRefusals({
  TEXT_MISSING: {
    es: 'Falta escribir este dato.',
    en: 'This is still to be written.',
  },
  TEXT_TOO_LONG: {
    es: 'El texto tiene {length} caracteres; caben {longest}. Acórtelo.',
    en: 'The text has {length} characters; {longest} fit. Shorten it.',
  },
  TEXT_UNPRINTABLE: {
    es: 'El texto tiene caracteres que no se imprimen. Escríbalo de nuevo en lugar de pegarlo.',
    en: 'The text has characters that cannot be printed. Type it instead of pasting it.',
  },
});

/** The first of the named texts that is blank, longer than `longest` characters or unprintable; null when all are fit. */
export function refuseTexts(texts: Readonly<Record<string, string>>, longest = 200): Refusal | null {
  for (const [field, text] of Object.entries(texts)) {
    if (text.trim() === '') return refusals.TEXT_MISSING({}, field);
    if (text.length > longest) return refusals.TEXT_TOO_LONG({ length: text.length, longest }, field);
    if (!isLine(tidyLine(text), longest)) return refusals.TEXT_UNPRINTABLE({}, field);
  }
  return null;
}
