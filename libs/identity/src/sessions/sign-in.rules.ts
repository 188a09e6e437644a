import { declareRefusals, type Refusal } from '#kernel';

const attemptsAllowed = 10;
const windowMinutes = 15;

export const throttle = { attemptsAllowed, windowMilliseconds: windowMinutes * 60_000 } as const;

export const signInRefusals = declareRefusals({
  SIGN_IN_FAILED: {
    es: 'El correo o la contraseña no son correctos. Revise ambos y vuelva a intentar.',
    en: 'The e-mail or the password is not right. Check both and try again.',
  },
  TOO_MANY_ATTEMPTS: {
    es: 'Hubo demasiados intentos seguidos. Espere {minutes} min y vuelva a intentar.',
    en: 'There were too many attempts in a row. Wait {minutes} min and try again.',
  },
});

/** The refusal of an attempt beyond the allowed ones, with the whole minutes until the window ends. */
export function tooManyAttempts(windowStartedAt: Date, now: Date): Refusal {
  const left = windowStartedAt.getTime() + throttle.windowMilliseconds - now.getTime();
  return signInRefusals.TOO_MANY_ATTEMPTS({ minutes: Math.max(1, Math.ceil(left / 60_000)) });
}
