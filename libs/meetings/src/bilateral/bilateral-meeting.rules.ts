import { declareRefusals, Lifecycle, type Refusal } from '#kernel';

export const bilateralMeetingStates = ['scheduled', 'held', 'no_show', 'cancelled'] as const;

export type BilateralMeetingState = (typeof bilateralMeetingStates)[number];

export const meetingLifecycle = new Lifecycle<BilateralMeetingState>({
  scheduled: ['held', 'no_show', 'cancelled'],
  held: [],
  no_show: [],
  cancelled: [],
});

export const meetingRefusals = declareRefusals({
  MEETING_ALREADY_CANCELLED: {
    es: 'La reunión ya está cancelada. Si quieren reunirse, envíe una nueva solicitud.',
    en: 'The meeting is already cancelled. To meet after all, send a new request.',
  },
  MEETING_ALREADY_CLOSED: {
    es: 'Ya se anotó cómo terminó la reunión, y no se puede cambiar.',
    en: 'How the meeting ended has already been noted, and it cannot be changed.',
  },
  MEETING_HAS_BEGUN: {
    es: 'La reunión de las {slot} ya empezó: no se puede mover ni cancelar. Anote si se realizó o quién no asistió.',
    en: 'The meeting of {slot} has begun: it cannot be moved or cancelled. Note whether it was held or who did not come.',
  },
  MEETING_NOT_BEGUN: {
    es: 'La reunión de las {slot} todavía no empieza. Anote el resultado cuando haya empezado, o cancélela.',
    en: 'The meeting of {slot} has not begun yet. Note the outcome once it has, or cancel it.',
  },
  MEETING_CHANGED: {
    es: 'Alguien cambió la reunión mientras tanto (usted vio la versión {seen}, la actual es la {current}: {slot}). Recargue y decida de nuevo.',
    en: 'Somebody changed the meeting meanwhile (you saw version {seen}, the current one is {current}: {slot}). Reload and decide again.',
  },
  MEETING_ALREADY_THERE: {
    es: 'La reunión ya está a las {slot}. Elija otro turno.',
    en: 'The meeting already is at {slot}. Choose another slot.',
  },
  MEETING_REASON_MISSING: {
    es: 'Escriba por qué se cancela: la otra parte lo leerá en el correo.',
    en: 'Write why it is cancelled: the other party will read it in the mail.',
  },
});

export interface MeetingFacts {
  readonly state: BilateralMeetingState;
  readonly startsAt: Date;
  readonly version: number;
}

/** Why the meeting cannot be moved or cancelled at this instant; null when it can. `slot` names its start in refusals. */
export function refuseChange(meeting: MeetingFacts, now: Date, slot: string): Refusal | null {
  return refuseOver(meeting) ?? (meeting.startsAt <= now ? meetingRefusals.MEETING_HAS_BEGUN({ slot }) : null);
}

/** Why the outcome (held, no-show) cannot be noted at this instant; null when it can. */
export function refuseOutcome(meeting: MeetingFacts, now: Date, slot: string): Refusal | null {
  return refuseOver(meeting) ?? (meeting.startsAt > now ? meetingRefusals.MEETING_NOT_BEGUN({ slot }) : null);
}

/** Why a change by somebody who saw version `seen` is stale; null when it is not, or when they do not say. */
export function refuseStale(meeting: MeetingFacts, seen: number | null, slot: string): Refusal | null {
  if (seen === null || seen === meeting.version) return null;
  return meetingRefusals.MEETING_CHANGED({ seen, current: meeting.version, slot });
}

function refuseOver({ state }: MeetingFacts): Refusal | null {
  if (!meetingLifecycle.isFinal(state)) return null;
  return state === 'cancelled' ? meetingRefusals.MEETING_ALREADY_CANCELLED() : meetingRefusals.MEETING_ALREADY_CLOSED();
}
