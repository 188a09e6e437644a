import { declareRefusals } from '#kernel';

export const signInRefusals = declareRefusals({
  SIGN_IN_FAILED: {
    es: 'El correo o la contraseña no son correctos. Revise ambos y vuelva a intentar.',
    en: 'The e-mail or the password is not right. Check both and try again.',
  },
});
