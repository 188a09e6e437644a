import { declareRefusals, isLine, tidyLine, type Refusal } from '#kernel';

const nameLimit = 60;

export const passkeyRefusals = declareRefusals({
  PASSKEY_FAILED: {
    es: 'La llave de acceso no se pudo comprobar. Inténtelo otra vez, o entre con su contraseña.',
    en: 'The passkey could not be verified. Try again, or sign in with your password.',
  },
  PASSKEY_NOT_REGISTERED: {
    es: 'El dispositivo no entregó una llave válida. Inténtelo otra vez, o use otro dispositivo.',
    en: 'The device gave no valid passkey. Try again, or use another device.',
  },
  PASSKEY_NAME_WRONG: {
    es: 'Escriba un nombre de una línea, con {limit} letras como máximo.',
    en: 'Write a name on one line, with {limit} letters at most.',
  },
  PASSKEY_REGISTERED_ALREADY: {
    es: 'Este dispositivo ya tiene una llave de su cuenta.',
    en: 'This device has a passkey of your account already.',
  },
});

/** The tidied name, or why it is none. */
export function passkeyName(typed: string): string | Refusal {
  const name = tidyLine(typed);
  return isLine(name, nameLimit) ? name : passkeyRefusals.PASSKEY_NAME_WRONG({ limit: nameLimit }, 'name');
}
