import { fill, type Language, type Words } from '#kernel';
import type { Contradiction } from './contradictions.js';
import { Names } from './names.js';
import type { TimetableProblem } from './problem.js';

const words: Readonly<Record<Contradiction['code'], Words>> = {
  NO_SLOTS: {
    es: 'No hay ningún turno: agregue al menos un bloque de reuniones.',
    en: 'There is no slot: add at least one block of meetings.',
  },
  NO_TABLES: {
    es: 'No hay ninguna mesa: agregue mesas en alguna zona.',
    en: 'There is no table: add tables to some zone.',
  },
  MEETING_WITH_ONESELF: {
    es: 'La reunión {meeting} es de una parte consigo misma.',
    en: 'The meeting {meeting} is of a party with itself.',
  },
  TOO_FEW_SIDES: {
    es: 'La reunión {meeting} necesita al menos dos partes.',
    en: 'The meeting {meeting} needs at least two parties.',
  },
  NO_COMMON_SLOT: {
    es: 'La reunión {meeting} no tiene ningún turno en que todos puedan.',
    en: 'The meeting {meeting} has no slot at which everybody can.',
  },
  CHAIN_TOO_LONG: {
    es: 'La reunión {meeting} no alcanza: no queda turno entre las que van antes y las que van después.',
    en: 'The meeting {meeting} does not fit: no slot is left between those that come before and after it.',
  },
  FIXED_AT_FORBIDDEN: {
    es: 'La reunión {meeting} está fijada a las {slot}, pero a esa hora no puede ser.',
    en: 'The meeting {meeting} is fixed at {slot}, but it cannot be then.',
  },
  PRECEDENCE_CYCLE: {
    es: 'Estas reuniones se esperan unas a otras en círculo: {meetings}.',
    en: 'These meetings wait for each other in a circle: {meetings}.',
  },
  TOO_MANY_MEETINGS: {
    es: '{attendee}: {count} reuniones aceptadas y {free} turnos libres.',
    en: '{attendee}: {count} accepted meetings and {free} free slots.',
  },
  OVER_CAP: {
    es: '{attendee}: {count} reuniones aceptadas y un tope de {cap}.',
    en: '{attendee}: {count} accepted meetings and a cap of {cap}.',
  },
  TOO_FEW_PLACES: {
    es: '{places} lugares (mesas por turnos) para {count} reuniones.',
    en: '{places} places (tables times slots) for {count} meetings.',
  },
  TOO_MANY_FIXED: {
    es: 'A las {slot} hay {count} reuniones fijadas y {tables} mesas.',
    en: 'At {slot} there are {count} fixed meetings and {tables} tables.',
  },
};

/** What the organiser reads. */
export function contradictionWords(
  contradiction: Contradiction,
  problem: TimetableProblem,
  language: Language,
): string {
  return fill(words[contradiction.code][language], valuesOf(contradiction, new Names(problem, language)));
}

function valuesOf(found: Contradiction, names: Names): Record<string, string | number> {
  switch (found.code) {
    case 'NO_SLOTS':
    case 'NO_TABLES':
      return {};
    case 'PRECEDENCE_CYCLE':
      return { meetings: names.list(found.meetings.map((meeting) => names.meeting(meeting))) };
    case 'TOO_MANY_MEETINGS':
      return { attendee: names.attendee(found.attendee), count: found.meetings.length, free: found.slots.length };
    case 'OVER_CAP':
      return { attendee: names.attendee(found.party), count: found.meetings, cap: found.cap };
    case 'TOO_FEW_PLACES':
      return { count: found.meetings, places: found.places };
    case 'TOO_MANY_FIXED':
      return { slot: names.slot(found.slot), count: found.meetings, tables: found.tables };
    case 'FIXED_AT_FORBIDDEN':
      return { meeting: names.meeting(found.meeting), slot: names.slot(found.slot) };
    case 'MEETING_WITH_ONESELF':
    case 'TOO_FEW_SIDES':
    case 'NO_COMMON_SLOT':
    case 'CHAIN_TOO_LONG':
      return { meeting: names.meeting(found.meeting) };
  }
}
