import { declareRefusals } from '#kernel';

export const guestPasskeyRefusals = declareRefusals({
  GUEST_PASSKEY_FAILED: {
    es: 'La llave no se pudo comprobar, o se retiró. Inténtelo otra vez, o pida un código a su correo.',
    en: 'The passkey could not be verified, or was withdrawn. Try again, or ask for a code by mail.',
  },
  GUEST_PASSKEY_NOT_MADE: {
    es: 'El dispositivo no entregó una llave válida. Inténtelo otra vez; mientras tanto, entre con un código.',
    en: 'The device gave no valid passkey. Try again; until then, sign in with a code.',
  },
  GUEST_PASSKEY_KNOWN: {
    es: 'Este dispositivo ya tiene una llave: entre con ella la próxima vez.',
    en: 'This device has a passkey already: sign in with it next time.',
  },
});
