import { declareRefusals } from '#kernel';

export const stepSeconds = 30;
export const recoveryCodeCount = 10;

/** Without letters and digits that look alike on paper. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

export const codeRefusals = declareRefusals({
  CODE_WRONG: {
    es: 'Ese código no es correcto o ya se usó. Espere a que la aplicación muestre otro, o use un código de recuperación.',
    en: 'That code is not right or was used already. Wait until the app shows another, or use a recovery code.',
  },
  AUTHENTICATOR_NOT_STARTED: {
    es: 'La configuración quedó a medias. Empiece de nuevo y escanee el código que se muestra.',
    en: 'The set-up was left half way. Start again and scan the code that is shown.',
  },
  SECOND_FACTOR_NEEDED_HERE: {
    es: 'Aquí hace falta un segundo factor. Agregue antes una llave de acceso u otra aplicación.',
    en: 'A second factor is needed here. Add a passkey or another app first.',
  },
});

/** A code as somebody typed it: spaces and hyphens are for reading, and case does not matter. */
export function tidyCode(text: string): string {
  return text.replace(/[\s-]/g, '').toUpperCase();
}

export function isTimeCode(code: string): boolean {
  return /^\d{6}$/.test(code);
}

/** `bytes` are random, ten per code: fifty bits each, in two groups. */
export function recoveryCodesFrom(bytes: Uint8Array): string[] {
  const letters = Array.from(bytes, (byte) => alphabet[byte % alphabet.length]);
  return Array.from({ length: Math.floor(letters.length / 10) }, (_, code) => {
    const own = letters.slice(code * 10, code * 10 + 10).join('');
    return `${own.slice(0, 5)}-${own.slice(5)}`;
  });
}
