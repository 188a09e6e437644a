import { declareRefusals } from '#kernel';

const day = 24 * 3_600_000;

/** How long a link may wait to be used, in milliseconds. */
export const linkLives = { invitation: 7 * day, recovery: 3_600_000 } as const;

export const accountLinkRefusals = declareRefusals({
  ACCOUNT_LINK_OVER: {
    es: 'Este enlace ya se usó o venció. Pida otro desde «¿Olvidó su contraseña?».',
    en: 'This link was used already or is over. Ask for another by “Forgot your password?”.',
  },
});
