import { declareRefusals } from '#kernel';

/** `slot` is the wall-clock time asked for, `next` the first free ones for both parties, `alternatives` the same for programs. */
export const slotRefusals = declareRefusals({
  SLOT_UNKNOWN: {
    es: 'Ninguna reunión empieza a esa hora. Elija uno de los turnos de la lista; los primeros libres para ambas partes: {next}.',
    en: 'No meeting starts at that time. Choose one of the listed slots; the first that are free for both parties: {next}.',
  },
  SLOT_PAST: {
    es: 'El turno de las {slot} ya empezó. Elija uno por venir; los primeros libres para ambas partes: {next}.',
    en: 'The slot of {slot} has already begun. Choose a later one; the first that are free for both parties: {next}.',
  },
  SLOT_TAKEN: {
    es: '{party} ya tiene otra reunión a las {slot}. Elija otro turno; los primeros libres para ambas partes: {next}.',
    en: '{party} already has another meeting at {slot}. Choose another slot; the first that are free for both parties: {next}.',
  },
  PARTY_BUSY: {
    es: '{party} marcó que no está disponible a las {slot}. Elija otro turno; los primeros libres para ambas partes: {next}.',
    en: '{party} is not available at {slot}. Choose another slot; the first that are free for both parties: {next}.',
  },
  SPEAKING_THEN: {
    es: '{party} participa a las {slot} en la sesión «{session}». Elija otro turno; los primeros libres para ambas partes: {next}.',
    en: '{party} speaks at {slot} in the session “{session}”. Choose another slot; the first that are free for both parties: {next}.',
  },
  NO_TABLE_FREE: {
    es: 'A las {slot} no queda ninguna mesa libre. Elija otro turno; los primeros libres para ambas partes: {next}.',
    en: 'No table is left at {slot}. Choose another slot; the first that are free for both parties: {next}.',
  },
  NO_SLOT_LEFT: {
    es: 'No queda ningún turno libre para ambas partes. Libere su disponibilidad o pida a la organización más mesas o turnos.',
    en: 'No slot is left that is free for both parties. Free some of your time, or ask the organisers for more tables or slots.',
  },
});
