import { declareRefusals, type Refusal } from './refusal.js';

const shape = /^[^\s@,;:<>()[\]\\"\p{Cc}]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/iu;

/** Whether the text is one plain e-mail address: no comma, no line break, nothing that could name a second recipient. */
export function isEmail(text: string): boolean {
  return text.length <= 254 && shape.test(text) && !text.includes('..');
}

/** The address as it is compared: trimmed, the domain in lower case. */
export function tidyEmail(text: string): string {
  const trimmed = text.trim();
  const at = trimmed.lastIndexOf('@');
  return at < 0 ? trimmed : trimmed.slice(0, at) + trimmed.slice(at).toLowerCase();
}

const refusals = declareRefusals({
  EMAIL_INVALID: {
    es: 'Escriba una sola dirección de correo, sin comas ni espacios, por ejemplo nombre@institucion.gob.pe.',
    en: 'Write a single e-mail address without commas or spaces, such as name@institution.gob.pe.',
  },
});

/** The refusal of what `isEmail` denies, about the named input. */
export function emailInvalid(field: string): Refusal<'EMAIL_INVALID'> {
  return refusals.EMAIL_INVALID({}, field);
}
