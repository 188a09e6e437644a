import { dayOf, declareRefusals, type Refusal, slotsOf, type TimeSlot } from '#kernel';

export interface BlockShape extends TimeSlot {
  readonly slotMinutes: number;
  readonly breakMinutes: number;
}

/** Most slots that one block may have: more is a typing mistake in the length. */
export const mostSlots = 200;
export const mostTables = 500;

export const blockRefusals = declareRefusals({
  ROOM_HOLDS_BLOCK: {
    es: '{room} es de la franja de reuniones «{block}». Cierre la franja antes de archivarla.',
    en: '{room} belongs to the meeting block “{block}”. Close the block before the room is archived.',
  },
  BLOCK_ENDS_BEFORE_START: {
    es: 'La franja de reuniones termina antes de empezar. Elija una hora de fin posterior al inicio.',
    en: 'The meeting block ends before it starts. Choose an end after the start.',
  },
  BLOCK_SLOT_LENGTH: {
    es: 'Cada reunión debe durar entre 5 y 240 minutos, con pausas de 0 a 60 minutos.',
    en: 'Each meeting must last from 5 to 240 minutes, with breaks of 0 to 60 minutes.',
  },
  BLOCK_WITHOUT_SLOTS: {
    es: 'En la franja no cabe ninguna reunión de {slotMinutes} minutos. Alargue la franja o acorte las reuniones.',
    en: 'No meeting of {slotMinutes} minutes fits into the block. Make the block longer or the meetings shorter.',
  },
  BLOCK_TOO_MANY_SLOTS: {
    es: 'La franja tendría más de {most} turnos. Divídala en varias, por ejemplo una por día.',
    en: 'The block would have more than {most} slots. Split it, for example one per day.',
  },
  BLOCK_OUTSIDE_EVENT: {
    es: 'La franja está fuera de los días del evento ({startsOn} a {endsOn}). Elija una hora dentro de esos días.',
    en: 'The block lies outside the days of the event ({startsOn} to {endsOn}). Choose a time within those days.',
  },
  BLOCKS_OVERLAP: {
    es: 'Otra franja de reuniones del evento ocupa parte de esa hora. Cambie la hora o agregue mesas a la otra franja.',
    en: 'Another meeting block of the event takes part of that time. Change the time, or add tables to the other block.',
  },
  BLOCK_NAME: {
    es: 'Escriba el nombre de la franja en una línea de hasta {most} letras, por ejemplo «Viernes por la tarde».',
    en: 'Write the name of the block in one line of up to {most} letters, such as “Friday afternoon”.',
  },
  BLOCK_IN_USE: {
    es: 'En la franja hay reuniones o solicitudes. Muévalas o espere a que terminen; no se puede quitar con ellas.',
    en: 'The block has meetings or requests. Move them or wait for their end; it cannot be taken away with them.',
  },
  BLOCK_TABLES: {
    es: 'Indique entre 1 y {most} mesas.',
    en: 'Give from 1 to {most} tables.',
  },
});

const minute = 60_000;

/** The slots of a block, in order: meetings of equal length with the block's break between them. */
export function slotsOfBlock(block: BlockShape): TimeSlot[] {
  const pause = block.breakMinutes * minute;
  const stretched = { startsAt: block.startsAt, endsAt: new Date(block.endsAt.getTime() + pause) };
  return slotsOf(stretched, block.slotMinutes + block.breakMinutes).map(({ startsAt, endsAt }) => ({
    startsAt,
    endsAt: new Date(endsAt.getTime() - pause),
  }));
}

/** Why a block of this shape cannot be; null when it can. */
export function faultOfBlock(block: BlockShape): Refusal | null {
  if (block.endsAt <= block.startsAt) return blockRefusals.BLOCK_ENDS_BEFORE_START({}, 'endsAt');
  const { slotMinutes, breakMinutes } = block;
  const whole = Number.isInteger(slotMinutes) && Number.isInteger(breakMinutes);
  if (!whole || slotMinutes < 5 || slotMinutes > 240 || breakMinutes < 0 || breakMinutes > 60) {
    return blockRefusals.BLOCK_SLOT_LENGTH({}, 'slotMinutes');
  }
  const count = (block.endsAt.getTime() - block.startsAt.getTime()) / ((slotMinutes + breakMinutes) * minute);
  if (count > mostSlots + 1) return blockRefusals.BLOCK_TOO_MANY_SLOTS({ most: mostSlots }, 'endsAt');
  return slotsOfBlock(block).length > 0 ? null : blockRefusals.BLOCK_WITHOUT_SLOTS({ slotMinutes }, 'slotMinutes');
}

/** Why the block lies outside the event's days, in its zone; null when it lies within. It may end at midnight after the last. */
export function refuseOutside(
  block: TimeSlot,
  event: { zone: string; startsOn: string; endsOn: string },
): Refusal | null {
  const { zone, startsOn, endsOn } = event;
  const isOutside = (instant: Date) => dayOf(instant, zone) < startsOn || dayOf(instant, zone) > endsOn;
  if (isOutside(block.startsAt)) return blockRefusals.BLOCK_OUTSIDE_EVENT({ startsOn, endsOn }, 'startsAt');
  const lastInstant = new Date(block.endsAt.getTime() - 1);
  return isOutside(lastInstant) ? blockRefusals.BLOCK_OUTSIDE_EVENT({ startsOn, endsOn }, 'endsAt') : null;
}
