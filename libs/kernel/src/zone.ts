import { Temporal } from 'temporal-polyfill';
import type { Language } from './language.js';

/** Whether the IANA time zone is known here: `America/Lima`. */
export function isZone(zone: string): boolean {
  try {
    return new Temporal.ZonedDateTime(0n, zone).timeZoneId.length > 0;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/**
 * The instant of a wall-clock time (`2025-06-20T09:00`) in a zone; null when the text is no time, or when the zone's clocks
 * skip it (spring forward). A time that the clocks show twice is read as the first.
 */
export function instantOf(local: string, zone: string): Date | null {
  const plain = plainOf(local);
  if (!plain) return null;
  const zoned = plain.toZonedDateTime(zone, { disambiguation: 'compatible' });
  if (!zoned.toPlainDateTime().equals(plain)) return null;
  return new Date(zoned.epochMilliseconds);
}

function plainOf(local: string): Temporal.PlainDateTime | null {
  try {
    return Temporal.PlainDateTime.from(local, { overflow: 'reject' });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function zonedOf(instant: Date, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
}

/** The wall-clock time in the zone, to the minute: `2025-06-20T09:00`. */
export function localTimeOf(instant: Date, zone: string): string {
  return zonedOf(instant, zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** The calendar day in the zone: `2025-06-20`. */
export function dayOf(instant: Date, zone: string): string {
  return zonedOf(instant, zone).toPlainDate().toString();
}

/** `09:00`, in the zone, on a 24-hour clock in every language. */
export function timeOf(instant: Date, zone: string): string {
  return localTimeOf(instant, zone).slice(11);
}

/** Midnight at the start of a calendar day (`2025-06-20`) in the zone. */
export function startOfDay(day: string, zone: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds);
}

/** The following calendar day. */
export function nextDay(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString();
}

/** `viernes 20 de junio` / `Friday 20 June`, from a calendar day. */
export function dayName(day: string, language: Language): string {
  const date = new Date(`${day}T12:00:00Z`);
  const locale = language === 'es' ? 'es-PE' : 'en-GB';
  const options = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale, options).format(date).replace(',', '');
}

const zoneWords: Readonly<Record<string, Record<Language, string>>> = {
  'America/Lima': { es: 'hora de Perú', en: 'Peru time' },
  'America/La_Paz': { es: 'hora de Bolivia', en: 'Bolivia time' },
  'Asia/Seoul': { es: 'hora de Corea', en: 'Korea time' },
};

/** How people call the zone: browsers print es-BO as "GMT-4", so the labels are ours. Includes the offset. */
export function zoneName(zone: string, instant: Date, language: Language): string {
  const offset = zonedOf(instant, zone)
    .offset.replace(/^([+-])0?(\d+):00$/, '$1$2')
    .replace('-', '−');
  return `${zoneWords[zone]?.[language] ?? zone} (UTC${offset})`;
}
