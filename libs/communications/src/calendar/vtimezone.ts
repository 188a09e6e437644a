import { Temporal } from 'temporal-polyfill';

/** Minutes east of UTC, when the zone's clocks do not change from a year before to a year after the instant; else null. */
function constantOffset(zone: string, around: Date): number | null {
  const centre = Temporal.Instant.fromEpochMilliseconds(around.getTime()).toZonedDateTimeISO(zone);
  const offset = centre.offsetNanoseconds;
  for (let months = -12; months <= 12; months += 1) {
    if (centre.add({ months }).offsetNanoseconds !== offset) return null;
  }
  return offset / 60e9;
}

/**
 * The VTIMEZONE of a zone whose offset is constant around the instant (Lima, La Paz, Seoul), with CRLF line ends. Null for a zone that
 * changes its clocks: times are then written in UTC, which every calendar reads alike.
 */
export function vtimezone(zone: string, around: Date): string | null {
  const minutes = constantOffset(zone, around);
  if (minutes === null || !Number.isInteger(minutes)) return null;
  const digits = (n: number) => String(n).padStart(2, '0');
  const size = Math.abs(minutes);
  const offset = `${minutes < 0 ? '-' : '+'}${digits(Math.floor(size / 60))}${digits(size % 60)}`;
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    `TZOFFSETFROM:${offset}`,
    `TZOFFSETTO:${offset}`,
    'END:STANDARD',
    'END:VTIMEZONE',
    '',
  ].join('\r\n');
}
