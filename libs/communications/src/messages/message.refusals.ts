import { declareRefusals } from '#kernel';

export const messageRefusals = declareRefusals({
  MESSAGE_NOT_UNCERTAIN: {
    es: 'Este correo no está en duda: su estado es {state}. Solo se reenvía un correo del que no se sabe si llegó.',
    en: 'This mail is not in doubt: its state is {state}. Only a mail that may not have arrived is sent again.',
  },
  MESSAGE_SUPERSEDED: {
    es: 'Después de este correo se envió otro sobre la misma reunión. Reenvíe el más reciente, si hace falta.',
    en: 'A later mail about the same appointment was written. Send that one again, if need be.',
  },
});
