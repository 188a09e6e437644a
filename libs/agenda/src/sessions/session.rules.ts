import { dayOf, declareRefusals, Lifecycle, localTimeOf, type Refusal, type TimeSlot } from '#kernel';

export const sessionKinds = [
  'plenary',
  'talk',
  'panel',
  'articulation_table',
  'workshop',
  'networking',
  'ceremony',
  'break',
] as const;

export type SessionKind = (typeof sessionKinds)[number];

export const sessionStates = ['scheduled', 'cancelled'] as const;

export type SessionState = (typeof sessionStates)[number];

export const sessionLifecycle = new Lifecycle<SessionState>({ scheduled: ['cancelled'], cancelled: [] });

export const sessionRefusals = declareRefusals({
  SESSION_ENDS_BEFORE_START: {
    es: 'La sesión termina ({endsAt}) antes de empezar ({startsAt}). Corrija una de las dos horas.',
    en: 'The session ends ({endsAt}) before it starts ({startsAt}). Correct one of the two times.',
  },
  SESSION_OUTSIDE_EVENT: {
    es: 'El evento es del {startsOn} al {endsOn} y la sesión cae el {day}. Elija una hora de esos días.',
    en: 'The event is from {startsOn} to {endsOn} and the session falls on {day}. Choose a time on those days.',
  },
  EVENT_DAYS_HOLD_SESSIONS: {
    es: 'La sesión «{session}» es el {day}: no quedaría dentro del evento. Muévala primero, o deje ese día en el evento.',
    en: 'The session “{session}” is on {day}: the event would no longer hold it. Move it first, or keep that day in the event.',
  },
  SESSION_CHANGED_MEANWHILE: {
    es: 'Otra persona cambió la sesión mientras usted la editaba. Ahora (versión {currentVersion}): {current}. Usted envió (sobre la versión {yourVersion}): {yours}. Revise y guarde de nuevo.',
    en: 'Somebody changed the session while you edited it. Now (version {currentVersion}): {current}. You sent (on version {yourVersion}): {yours}. Check and save again.',
  },
  SESSION_IS_CANCELLED: {
    es: 'La sesión está cancelada. Cree otra en su lugar.',
    en: 'The session is cancelled. Create another one in its place.',
  },
  SUMMARY_TOO_LONG: {
    es: 'El resumen pasa de {longest} caracteres. Acórtelo.',
    en: 'The summary is longer than {longest} characters. Shorten it.',
  },
  PLACE_CONTESTED: {
    es: 'Otra persona ocupaba la misma sala, o cambiaba lo mismo, en ese instante. Intente de nuevo.',
    en: 'Somebody else was taking the same room, or changing the same, at that instant. Try again.',
  },
  ROOM_TAKEN: {
    es: '{room} está ocupada por «{session}» el {day} de {from} a {to}. Elija otra hora u otra sala.',
    en: '{room} is taken by “{session}” on {day} from {from} to {to}. Choose another time or another room.',
  },
  ROOM_IS_ARCHIVED: {
    es: 'Esa sala está archivada. Elija otra, o restáurela en «Locales y salas».',
    en: 'That room is archived. Choose another one, or restore it in “Venues and rooms”.',
  },
  ROOM_HOLDS_SESSIONS: {
    es: '{room} tiene la sesión «{session}» el {day} a las {from}. Pásela a otra sala antes de archivarla.',
    en: '{room} holds the session “{session}” on {day} at {from}. Give it another room before this one is archived.',
  },
  ROOM_UNKNOWN: {
    es: 'Esa sala no es de este evento. Elija una de su lista.',
    en: 'That room is not of this event. Choose one of its list.',
  },
});

/** The calendar days and the zone within which sessions stand. */
export interface EventDays {
  readonly zone: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** A last instant belongs to the day before it when it is midnight: a session may end with its day. */
function lastDayOf({ endsAt }: TimeSlot, zone: string): string {
  return dayOf(new Date(endsAt.getTime() - 1), zone);
}

/** The first day of the session that is no day of the event; null when it stands within. */
export function dayOutside(event: EventDays, slot: TimeSlot): string | null {
  const days = [dayOf(slot.startsAt, event.zone), lastDayOf(slot, event.zone)];
  return days.find((day) => day < event.startsOn || day > event.endsOn) ?? null;
}

/** Why no session can be held in the interval; null when one can. */
export function refuseSlot(event: EventDays, slot: TimeSlot): Refusal | null {
  const { startsOn, endsOn, zone } = event;
  const day = dayOutside(event, slot);
  if (slot.endsAt <= slot.startsAt) {
    const times = { startsAt: localTimeOf(slot.startsAt, zone), endsAt: localTimeOf(slot.endsAt, zone) };
    return sessionRefusals.SESSION_ENDS_BEFORE_START(times, 'endsAt');
  }
  return day === null ? null : sessionRefusals.SESSION_OUTSIDE_EVENT({ startsOn, endsOn, day }, 'startsAt');
}

interface Placed extends TimeSlot {
  readonly roomId: string | null;
}

/** Whether those who take part have to be told: another time or another room. */
export function isMoved(before: Placed, after: Placed): boolean {
  return (
    startIsMoved(before, after) || before.endsAt.getTime() !== after.endsAt.getTime() || before.roomId !== after.roomId
  );
}

export function startIsMoved(before: TimeSlot, after: TimeSlot): boolean {
  return before.startsAt.getTime() !== after.startsAt.getTime();
}

/** One line that tells two versions of a session apart: `«Agua para todos», 2025-06-20 09:00–10:00, Sala Qosqo`. */
export function sessionLine(session: TimeSlot & { title: string }, room: string | null, zone: string): string {
  const [start, end] = [session.startsAt, session.endsAt].map((instant) =>
    localTimeOf(instant, zone).replace('T', ' '),
  );
  return [`«${session.title}»`, `${start}–${end.slice(11)}`, ...(room ? [room] : [])].join(', ');
}
