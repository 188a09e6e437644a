import { declareRefusals, Lifecycle, type Refusal } from '#kernel';

export type InvitationKind = 'focal_point' | 'speaker';

export type InvitationState =
  | 'draft'
  | 'queued'
  | 'sent'
  | 'accepted'
  | 'declined'
  | 'delegated'
  | 'expired'
  | 'revoked'
  | 'bounced'
  | 'accepted_other_way';

/** A person may answer before the mail server tells that the mail went out, so `queued` can be answered like `sent`. */
export const invitationLifecycle = new Lifecycle<InvitationState>({
  draft: ['queued', 'revoked'],
  queued: ['sent', 'accepted', 'declined', 'delegated', 'expired', 'revoked', 'bounced', 'accepted_other_way'],
  sent: ['queued', 'accepted', 'declined', 'delegated', 'expired', 'revoked', 'bounced', 'accepted_other_way'],
  bounced: ['queued', 'revoked', 'accepted_other_way'],
  expired: ['queued', 'revoked', 'accepted_other_way'],
  accepted: [],
  declined: ['queued'],
  delegated: [],
  revoked: [],
  accepted_other_way: [],
});

export const invitationRefusals = declareRefusals({
  INVITATION_ANSWERED: {
    es: 'Esta invitación ya fue respondida. Si desea cambiar la respuesta, escriba a la organización del evento.',
    en: 'This invitation was already answered. To change the answer, write to the organisers of the event.',
  },
  INVITATION_EXPIRED: {
    es: 'Esta invitación venció. Pida a la organización que se la envíe de nuevo.',
    en: 'This invitation has expired. Ask the organisers to send it to you again.',
  },
  INVITATION_REVOKED: {
    es: 'La organización retiró esta invitación. Si cree que es un error, escríbale.',
    en: 'The organisers withdrew this invitation. If you think this is a mistake, write to them.',
  },
  INVITATION_NOT_RESENDABLE: {
    es: 'Esta invitación ya fue aceptada, delegada o retirada, así que no se reenvía. Cree una nueva si hace falta.',
    en: 'This invitation was accepted, delegated or withdrawn, so it is not sent again. Make a new one if it is needed.',
  },
  ALREADY_INVITED: {
    es: 'Fila {row}: esta persona ya tiene una invitación vigente. Reenvíe la que tiene en lugar de crear otra.',
    en: 'Row {row}: this person already has a living invitation. Send that one again instead of making another.',
  },
  INSTITUTION_TWICE: {
    es: 'Fila {row}: la institución ya está en la fila {other}. Deje una sola fila por institución.',
    en: 'Row {row}: the institution already stands in row {other}. Keep one row per institution.',
  },
  INSTITUTION_UNKNOWN: {
    es: 'Fila {row}: no existe esa institución. Elija una de la lista o regístrela primero.',
    en: 'Row {row}: there is no such institution. Choose one from the list or register it first.',
  },
  PERSON_UNKNOWN: {
    es: 'Fila {row}: no existe esa persona. Elija una de la lista o escriba sus nombres y su correo.',
    en: 'Row {row}: there is no such person. Choose one from the list or give the names and the e-mail.',
  },
  PERSON_WITHOUT_EMAIL: {
    es: 'Fila {row}: la persona no tiene correo y la invitación se envía por correo. Agréguelo primero.',
    en: 'Row {row}: the person has no e-mail and the invitation goes by mail. Add it first.',
  },
  DELEGATION_AT_WORK: {
    es: 'Fila {row}: la institución ya tiene una delegación abierta. Cambie su cupo o su punto focal en la lista de delegaciones.',
    en: 'Row {row}: the institution already has an open delegation. Change its quota or focal point in the list of delegations.',
  },
  SESSION_OF_ANOTHER: {
    es: 'Fila {row}: esa sesión no está en este evento. Elija una de su agenda o deje la invitación para todo el evento.',
    en: 'Row {row}: that session is not of this event. Choose one of its agenda, or invite for the event as a whole.',
  },
  TOPIC_WRONG: {
    es: 'Fila {row}: escriba el tema en una línea, con {limit} letras como máximo.',
    en: 'Row {row}: write the topic on one line, with {limit} letters at most.',
  },
  EVENT_OVER: {
    es: 'El evento ya terminó y no se puede invitar a nadie. Revise sus fechas.',
    en: 'The event is over and nobody can be invited. Check its dates.',
  },
  DELEGATE_WITHOUT_EMAIL: {
    es: 'Escriba el correo de la persona que irá en su lugar: la invitación se le envía allí.',
    en: 'Write the e-mail of the person who goes in your place: the invitation is sent there.',
  },
  INVITATIONS_TOO_MANY: {
    es: 'Se pueden enviar de 1 a {most} invitaciones a la vez. Divida la lista.',
    en: 'Between 1 and {most} invitations can be sent at once. Split the list.',
  },
});

const day = 24 * 3_600_000;

/** Until when an invitation can be answered: until the event starts or, when that is near, until it ends. Null when it is over. */
export function invitationEnd(now: Date, eventStart: Date, eventEnd: Date): Date | null {
  if (eventEnd <= now) return null;
  return eventStart.getTime() - now.getTime() > day ? eventStart : eventEnd;
}

/** Invitations that one call may send. */
export const mostAtOnce = 200;

/** From how many on a list is mail in bulk, before which staff prove again who they are. */
export const fromBulk = 2;

export function wasAnswered(state: InvitationState): boolean {
  return state === 'accepted' || state === 'declined' || state === 'delegated' || state === 'accepted_other_way';
}

/** Why the invitation cannot be answered now; null when it can. */
export function notAnswerable(state: InvitationState, expiresAt: Date, now: Date): Refusal | null {
  if (wasAnswered(state)) return invitationRefusals.INVITATION_ANSWERED();
  if (state === 'revoked') return invitationRefusals.INVITATION_REVOKED();
  return state === 'expired' || expiresAt <= now ? invitationRefusals.INVITATION_EXPIRED() : null;
}

export function isAnswerable(state: InvitationState, expiresAt: Date, now: Date): boolean {
  return notAnswerable(state, expiresAt, now) === null;
}

/** The dedupe key of its latest mail: a resend is a mail of its own. */
export function mailKeyOf({ id, sends }: { id: string; sends: number }): string {
  return `invitation:${id}:${sends}`;
}
