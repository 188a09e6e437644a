import { declareRefusals, instantOf, type Refusal } from '#kernel';

const refusals = declareRefusals({
  TIME_DOES_NOT_EXIST: {
    es: '«{time}» no es una hora que exista en la zona {zone}. Escríbala como 2025-06-20T09:00.',
    en: '“{time}” is not a time that exists in the zone {zone}. Write it as 2025-06-20T09:00.',
  },
});

/** The instant of a wall-clock time (`2025-06-20T09:00`) in an event's zone, or why there is none. */
export function eventTime(time: string, zone: string, field: string): Date | Refusal<'TIME_DOES_NOT_EXIST'> {
  return instantOf(time, zone) ?? refusals.TIME_DOES_NOT_EXIST({ time, zone }, field);
}
