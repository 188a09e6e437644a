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
