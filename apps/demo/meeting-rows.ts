import { newId, type TimeSlot } from '#kernel';
import type { BilateralMeetingState, MeetingRequestState } from '#meetings';
import type { Work } from '#platform';
import { at, type SeededEvent } from './seed-event.js';

const topics = [
  'Asistencia técnica para hilado y tejido de fibra de alpaca',
  'Capacitación de artesanas en acabados textiles',
  'Pasantía en la planta del CITE',
  'Diseño de una marca colectiva de la mancomunidad',
  'Perfil de proyecto para un centro de acopio de fibra',
  'Ensayos de calidad de la fibra',
];

interface RequestSketch {
  readonly n: number;
  readonly from: string;
  readonly to: string;
  readonly state: MeetingRequestState;
  readonly startsAt: Date;
}

export function requestRow(work: Work, event: SeededEvent, { n, from, to, state, startsAt }: RequestSketch) {
  const isPending = state === 'requested' || state === 'counter_proposed' || state === 'draft';
  const proposal =
    state === 'counter_proposed'
      ? { proposedStartsAt: startsAt, proposedByPartyId: to }
      : { proposedStartsAt: null, proposedByPartyId: null };
  return {
    id: newId(),
    eventId: event.id,
    fromPartyId: from,
    toPartyId: to,
    blockId: null,
    topic: topics[n % topics.length],
    message: null,
    preferredStartsAt: null,
    state,
    ...proposal,
    reason: state === 'declined' ? 'Ese tema lo ve otra dirección.' : null,
    createdAt: new Date(work.now.getTime() - 5 * 86_400_000),
    expiresAt: isPending ? at(1, '09:00') : new Date(work.now.getTime() - 86_400_000),
    answeredAt: isPending ? null : new Date(work.now.getTime() - 2 * 86_400_000),
  };
}

interface Booking {
  readonly blockId: string;
  readonly tableId: string;
  readonly slot: TimeSlot;
  readonly state: BilateralMeetingState;
}

export function meetingRow(
  event: SeededEvent,
  { blockId, tableId, slot, state }: Booking,
  request: { id: string; fromPartyId: string },
) {
  const id = newId();
  const cancelled = state === 'cancelled';
  return {
    id,
    eventId: event.id,
    requestId: request.id,
    blockId,
    tableId,
    startsAt: slot.startsAt,
    endsAt: slot.endsAt,
    state,
    cancelledBy: cancelled ? ('party' as const) : null,
    cancelledByPartyId: cancelled ? request.fromPartyId : null,
    reason: cancelled ? 'Cambio de vuelo.' : null,
    noShowPartyId: state === 'no_show' ? request.fromPartyId : null,
    calendarUid: `${id}@tinkuy`,
    sequence: cancelled ? 1 : 0,
    version: cancelled ? 2 : 1,
  };
}

export function attendanceRows(
  meeting: ReturnType<typeof meetingRow>,
  request: { fromPartyId: string; toPartyId: string },
) {
  const during = `[${meeting.startsAt.toISOString()},${meeting.endsAt.toISOString()})`;
  const { id: meetingId, eventId } = meeting;
  return [request.fromPartyId, request.toPartyId].map((partyId) => ({
    meetingId,
    partyId,
    eventId,
    during,
    active: meeting.state !== 'cancelled',
  }));
}
