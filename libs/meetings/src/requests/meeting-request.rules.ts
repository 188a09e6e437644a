import { declareRefusals, Lifecycle, type Refusal } from '#kernel';

/** A request as it is typed in. */
export interface RequestDraft {
  readonly eventId: string;
  readonly fromPartyId: string;
  readonly toPartyId: string;
  readonly topic: string;
  readonly message?: string | null;
  /** Only a slot of this block will do. */
  readonly blockId?: string | null;
  /** Wall-clock start of the best slot, in the event's zone: `2025-06-20T15:20`. */
  readonly preferredStartsAt?: string | null;
}

export const meetingRequestStates = [
  'draft',
  'requested',
  'counter_proposed',
  'accepted',
  'declined',
  'withdrawn',
  'expired',
] as const;

export type MeetingRequestState = (typeof meetingRequestStates)[number];

/** A proposed time may be answered by another proposed time, in turns; every other move happens once. */
export const requestLifecycle = new Lifecycle<MeetingRequestState>({
  draft: ['requested', 'withdrawn'],
  requested: ['accepted', 'declined', 'counter_proposed', 'withdrawn', 'expired'],
  counter_proposed: ['accepted', 'declined', 'counter_proposed', 'withdrawn', 'expired'],
  accepted: [],
  declined: [],
  withdrawn: [],
  expired: [],
});

export const requestRefusals = declareRefusals({
  REQUEST_NOT_SENT: {
    es: 'La solicitud es todavía un borrador. Envíela primero.',
    en: 'The request is still a draft. Send it first.',
  },
  REQUEST_ALREADY_SENT: {
    es: 'La solicitud ya se envió. Espere la respuesta o retírela.',
    en: 'The request has already been sent. Wait for the answer or withdraw it.',
  },
  REQUEST_ALREADY_ACCEPTED: {
    es: 'La solicitud ya se aceptó y la reunión está programada. Para cambiarla, mueva o cancele la reunión.',
    en: 'The request was already accepted and the meeting is scheduled. To change it, move or cancel the meeting.',
  },
  REQUEST_ALREADY_DECLINED: {
    es: 'La solicitud ya se rechazó. Si quiere reunirse, envíe una nueva.',
    en: 'The request was already declined. To meet after all, send a new one.',
  },
  REQUEST_WITHDRAWN: {
    es: 'Quien pidió la reunión retiró la solicitud. Si quiere reunirse, envíe una nueva.',
    en: 'The party that asked has withdrawn the request. To meet after all, send a new one.',
  },
  REQUEST_EXPIRED: {
    es: 'La solicitud venció sin respuesta. Si quiere reunirse, envíe una nueva.',
    en: 'The request expired without an answer. To meet after all, send a new one.',
  },
  REQUEST_OF_OTHERS_TURN: {
    es: 'Le toca responder a {party}. Espere su respuesta o retire la solicitud si usted la envió.',
    en: 'It is the turn of {party} to answer. Wait for the answer, or withdraw the request if you sent it.',
  },
  REQUEST_PROPOSED_SLOT_ONLY: {
    es: '{party} propuso las {slot}. Acepte esa hora o proponga otra.',
    en: '{party} proposed {slot}. Accept that time or propose another one.',
  },
  REQUEST_TO_SELF: {
    es: 'No puede pedirse una reunión a sí misma. Elija otra institución.',
    en: 'A party cannot ask itself for a meeting. Choose another institution.',
  },
  REQUEST_ALREADY_OPEN: {
    es: 'Ya hay una solicitud sin responder entre {from} y {to}. Respóndala, o retírela y envíe otra.',
    en: 'There is already an unanswered request between {from} and {to}. Answer it, or withdraw it and send another.',
  },
  REQUEST_TOPIC_MISSING: {
    es: 'Escriba el tema de la reunión en una línea.',
    en: 'Write the topic of the meeting in one line.',
  },
  REQUEST_TEXT_TOO_LONG: {
    es: 'El texto tiene {length} caracteres y caben {most}. Acórtelo.',
    en: 'The text has {length} characters and {most} fit. Shorten it.',
  },
  REQUEST_BLOCKS_OVER: {
    es: 'El evento no tiene turnos de reunión por venir. Consulte a la organización si habrá más.',
    en: 'The event has no meeting slots to come. Ask the organisers whether there will be more.',
  },
});

export const longestTopic = 200;
export const longestMessage = 2_000;
export const longestReason = 500;

/** Days that a request waits for an answer, unless its last slot comes first. */
export const answerWithinDays = 7;

/** What of a request decides who may do what with it. */
export interface RequestFacts {
  readonly state: MeetingRequestState;
  readonly fromPartyId: string;
  readonly toPartyId: string;
  readonly proposedByPartyId: string | null;
  readonly expiresAt: Date;
}

const whyOver: Readonly<Record<MeetingRequestState, () => Refusal>> = {
  draft: () => requestRefusals.REQUEST_NOT_SENT(),
  requested: () => requestRefusals.REQUEST_ALREADY_SENT(),
  counter_proposed: () => requestRefusals.REQUEST_ALREADY_SENT(),
  accepted: () => requestRefusals.REQUEST_ALREADY_ACCEPTED(),
  declined: () => requestRefusals.REQUEST_ALREADY_DECLINED(),
  withdrawn: () => requestRefusals.REQUEST_WITHDRAWN(),
  expired: () => requestRefusals.REQUEST_EXPIRED(),
};

/** Whether it waits for an answer. */
export function isOpen({ state }: Pick<RequestFacts, 'state'>): boolean {
  return requestLifecycle.allows(state, 'accepted');
}

/** Why the request cannot become `to` at this instant; null when it can. One past its time counts as expired, swept or not. */
export function refuseMove(request: RequestFacts, to: MeetingRequestState, now: Date): Refusal | null {
  if (isOpen(request) && request.expiresAt <= now && to !== 'expired') return requestRefusals.REQUEST_EXPIRED();
  return requestLifecycle.allows(request.state, to) ? null : whyOver[request.state]();
}

/** Who has to answer: the asked party, and after a proposed time whoever did not propose it. */
export function whoseTurn({ fromPartyId, toPartyId, proposedByPartyId }: RequestFacts): string {
  return proposedByPartyId === toPartyId ? fromPartyId : toPartyId;
}

export function otherParty(
  { fromPartyId, toPartyId }: Pick<RequestFacts, 'fromPartyId' | 'toPartyId'>,
  partyId: string,
): string {
  return partyId === fromPartyId ? toPartyId : fromPartyId;
}

/** When a request sent now ends by itself: at the start of the last slot in which it could be held, or after a week. */
export function expiryOf(now: Date, lastSlotStartsAt: Date): Date {
  return new Date(Math.min(now.getTime() + answerWithinDays * 86_400_000, lastSlotStartsAt.getTime()));
}

/** Why a request cannot be sent like this, before anything is looked up; null when it can. */
export function refuseDraft(draft: { fromPartyId: string; toPartyId: string; topic: string; message: string | null }) {
  const { fromPartyId, toPartyId, topic, message } = draft;
  if (fromPartyId === toPartyId) return requestRefusals.REQUEST_TO_SELF({}, 'toPartyId');
  if (topic === '') return requestRefusals.REQUEST_TOPIC_MISSING({}, 'topic');
  return refuseLength(topic, longestTopic, 'topic') ?? refuseLength(message ?? '', longestMessage, 'message');
}

export function refuseLength(text: string, most: number, field: string): Refusal | null {
  const { length } = [...text];
  return length <= most ? null : requestRefusals.REQUEST_TEXT_TOO_LONG({ length, most }, field);
}
