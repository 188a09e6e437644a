import { declareRefusals } from '#kernel';

export const messageRefusals = declareRefusals({
  MESSAGE_NOT_RESENDABLE: {
    es: 'Este correo está en camino o ya salió, así que no se reenvía. Solo se reenvía uno que quedó en duda, falló o no se envió.',
    en: 'This mail is on its way or already went out, so it is not sent again. Only one that is in doubt, failed or was held back is.',
  },
  MESSAGE_SUPERSEDED: {
    es: 'Después de este correo se envió otro sobre la misma reunión. Reenvíe el más reciente, si hace falta.',
    en: 'A later mail about the same appointment was written. Send that one again, if need be.',
  },
  MESSAGE_TOO_LATE: {
    es: 'Lo que dice este correo ya pasó y no serviría de nada. Si la persona debe saber algo, escríbale un correo nuevo.',
    en: 'What this mail says is over, and it would be of no use. If the person must know something, write a new one.',
  },
  ADDRESS_SUPPRESSED: {
    es: 'El servidor de esta dirección dijo que no existe y no se le escribe más. Compruébela con la persona; si está bien, levante primero el bloqueo.',
    en: 'The server of this address said that it does not exist, and nothing more is sent there. Check it with the person; if it is right, lift the block first.',
  },
  ADDRESS_NOT_SUPPRESSED: {
    es: 'Esta dirección no está bloqueada. Puede reenviar el correo.',
    en: 'This address is not blocked. You can send the mail again.',
  },
});
