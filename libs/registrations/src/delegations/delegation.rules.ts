import { declareRefusals, Lifecycle, type Refusal } from '#kernel';

export type DelegationState = 'invited' | 'opened' | 'submitted' | 'accredited' | 'closed';

/** An institution's group at an event. `opened`: its focal point accepted, or an organiser took it in hand. */
export const delegationLifecycle = new Lifecycle<DelegationState>({
  invited: ['opened', 'closed'],
  opened: ['submitted', 'closed'],
  submitted: ['accredited', 'closed'],
  accredited: ['closed'],
  closed: [],
});

export const largestQuota = 1_000;

export const delegationRefusals = declareRefusals({
  DELEGATION_EXISTS: {
    es: 'Esta institución ya tiene una delegación en el evento. Ábrala desde la lista y cambie allí su cupo o su punto focal.',
    en: 'This institution already has a delegation at the event. Open it from the list and change its quota or focal point there.',
  },
  DELEGATION_NOT_OPEN: {
    es: 'La delegación todavía no está abierta: su punto focal no ha respondido la invitación. Reenvíela o abra la delegación.',
    en: 'The delegation is not open yet: its focal point has not answered the invitation. Send it again or open the delegation.',
  },
  DELEGATION_CLOSED: {
    es: 'La delegación está cerrada y ya no admite cambios. Escriba a la organización del evento si necesita uno.',
    en: 'The delegation is closed and takes no more changes. Write to the organisers of the event if you need one.',
  },
  DELEGATION_EMPTY: {
    es: 'La delegación no tiene a nadie inscrito. Agregue al menos una persona y vuelva a enviarla.',
    en: 'Nobody is registered in the delegation. Add at least one person and send it again.',
  },
  DELEGATION_NOT_SUBMITTED: {
    es: 'La delegación todavía no ha sido enviada. Pida a su punto focal que la envíe, o envíela usted.',
    en: 'The delegation has not been sent yet. Ask its focal point to send it, or send it yourself.',
  },
  FOCAL_POINT_WITHOUT_EMAIL: {
    es: 'Esta persona no tiene correo y el enlace de la delegación se envía por correo. Agréguelo en su ficha o elija a otra.',
    en: "This person has no e-mail, and the delegation's link goes by mail. Add it to the person or choose somebody else.",
  },
  QUOTA_OUT_OF_RANGE: {
    es: 'El cupo debe ser un número entero de 1 a {most}.',
    en: 'The quota must be a whole number from 1 to {most}.',
  },
  QUOTA_BELOW_TAKEN: {
    es: 'Hay {taken} lugares ocupados y el cupo no puede ser menor. Retire primero a quien no asistirá.',
    en: '{taken} seats are taken and the quota cannot be smaller. First withdraw those who will not attend.',
  },
});

/** Why nobody can be added to a delegation in this state; null when people can. */
export function notOpen(state: DelegationState): Refusal | null {
  if (state === 'closed') return delegationRefusals.DELEGATION_CLOSED();
  return state === 'invited' ? delegationRefusals.DELEGATION_NOT_OPEN() : null;
}

export function badQuota(quota: number, field: string): Refusal | null {
  const isRight = Number.isInteger(quota) && quota >= 1 && quota <= largestQuota;
  return isRight ? null : delegationRefusals.QUOTA_OUT_OF_RANGE({ most: largestQuota }, field);
}

/** People are confirmed on the way in once the delegation was sent: its quota is the organisers' promise. */
export function wasSent(state: DelegationState): boolean {
  return state === 'submitted' || state === 'accredited';
}
