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
  LINK_NEEDS_CODE: {
    es: 'Este enlace ya se usó desde otro lugar. Ábralo en el navegador: le enviamos un código a su correo.',
    en: 'This link was used from elsewhere. Open it in a browser: we mail you a code.',
  },
  LINK_REPLACED: {
    es: 'Este enlace fue reemplazado por uno más reciente. Ábralo desde el último correo que recibió.',
    en: 'This link was replaced by a newer one. Open it from the latest mail that you received.',
  },
});

/** A link alone opens its row until a browser has done something by it, and for this long at most. */
const firstUseDays = 30;
/** For so long a browser that proved itself, by first use or by a code, needs no code. */
const proofHours = 12;

export function proofEnd(now: Date): Date {
  return new Date(now.getTime() + proofHours * 3_600_000);
}

/** Whether whoever holds the link may still be the first to use it. */
export function isUnclaimed(link: { issuedAt: Date; claimedAt: Date | null }, now: Date): boolean {
  return link.claimedAt === null && now.getTime() - link.issuedAt.getTime() < firstUseDays * 86_400_000;
}

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
