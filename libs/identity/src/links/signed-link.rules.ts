import { declareRefusals, type Refusal } from '#kernel';

export const linkRefusals = declareRefusals({
  LINK_UNKNOWN: {
    es: 'Este enlace no es válido. Ábralo de nuevo desde el correo, completo, o pida otro a la organización.',
    en: 'This link is not valid. Open it again from the mail, in full, or ask the organisers for another.',
  },
  LINK_EXPIRED: {
    es: 'Este enlace venció. Pida otro a la organización del evento.',
    en: "This link has expired. Ask the event's organisers for another.",
  },
  LINK_REVOKED: {
    es: 'Este enlace fue anulado por la organización. Si lo necesita todavía, pida otro.',
    en: 'The organisers have revoked this link. If you still need it, ask them for another.',
  },
  LINK_REPLACED: {
    es: 'Este enlace fue reemplazado por uno más reciente. Ábralo desde el último correo que recibió.',
    en: 'This link was replaced by a newer one. Open it from the latest mail that you received.',
  },
});

export interface LinkState {
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly replacedById: string | null;
}

/** Why the link does not open; null when it does. Opening never uses it up: mail scanners open links too. */
export function whyClosed(link: LinkState, now: Date): Refusal | null {
  if (link.replacedById) return linkRefusals.LINK_REPLACED();
  if (link.revokedAt) return linkRefusals.LINK_REVOKED();
  return link.expiresAt <= now ? linkRefusals.LINK_EXPIRED() : null;
}
