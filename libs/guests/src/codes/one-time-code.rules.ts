import { declareRefusals, type Refusal } from '#kernel';

const validMinutes = 10;
const attemptsAllowed = 5;

export const codeTerms = { validMinutes, attemptsAllowed } as const;

export const codeRefusals = declareRefusals({
  MAILED_CODE_WRONG: {
    es: 'El código no es correcto. Revise las 8 cifras del último correo; le quedan {left} intentos.',
    en: 'The code is not right. Check the 8 digits of the latest mail; {left} attempts are left.',
  },
  MAILED_CODE_OVER: {
    es: 'Este código ya no vale: se usó, venció o tuvo demasiados intentos. Pida otro.',
    en: 'This code is no longer valid: it was used, it expired or it had too many attempts. Ask for another.',
  },
});

export function codeEnd(now: Date): Date {
  return new Date(now.getTime() + validMinutes * 60_000);
}

/** What people type or paste: `1234 5678`, `1234-5678`, with spaces around. */
export function tidyCode(typed: string): string {
  return typed.replace(/[^0-9]/g, '').slice(0, 20);
}

export function wrongCode(attempts: number): Refusal {
  const left = attemptsAllowed - attempts;
  return left > 0 ? codeRefusals.MAILED_CODE_WRONG({ left }, 'codigo') : codeRefusals.MAILED_CODE_OVER({}, 'codigo');
}
