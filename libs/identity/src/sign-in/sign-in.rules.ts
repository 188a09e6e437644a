import { declareRefusals } from '#kernel';

export const signInRefusals = declareRefusals({
  SIGN_IN_FAILED: {
    es: 'El correo o la contraseña no son correctos. Revise ambos y vuelva a intentar.',
    en: 'The e-mail or the password is not right. Check both and try again.',
  },
  SIGN_IN_EXPIRED: {
    es: 'Pasó demasiado tiempo desde la contraseña. Empiece de nuevo con su correo y su contraseña.',
    en: 'Too much time went by since the password. Start again with your e-mail and password.',
  },
});

/** The password was right; `pendingToken` only opens the second step. */
export interface SecondFactorNeeded {
  readonly pendingToken: string;
  /** Whether the account has an app or recovery codes, so that a code can be typed. */
  readonly takesCode: boolean;
  readonly takesPasskey: boolean;
  /** Nothing is set up yet, and a password alone is not enough here: an app has to be set up first. */
  readonly mustSetUp: boolean;
}
