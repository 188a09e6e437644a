import { localTimeOf, type Language } from '#kernel';

/** Neighbours who come to each other's events, by the zone of the event. */
const neighbours: Readonly<Record<string, { zone: string; es: string; en: string }>> = {
  'America/Lima': { zone: 'America/La_Paz', es: 'Bolivia', en: 'Bolivia' },
  'America/La_Paz': { zone: 'America/Lima', es: 'Perú', en: 'Peru' },
};

const minutesOf = (instant: Date, zone: string) => Date.parse(`${localTimeOf(instant, zone)}Z`) / 60_000;

/** `Bolivia: una hora más.`; empty where nobody has to be told. */
export function neighbourHour(zone: string, instant: Date, language: Language): string {
  const neighbour = neighbours[zone];
  if (!neighbour) return '';
  const hours = (minutesOf(instant, neighbour.zone) - minutesOf(instant, zone)) / 60;
  if (hours === 0 || !Number.isInteger(hours)) return '';
  const count = Math.abs(hours);
  if (language === 'en')
    return `${neighbour.en}: ${count === 1 ? 'one hour' : `${count} hours`} ${hours > 0 ? 'more' : 'less'}.`;
  return `${neighbour.es}: ${count === 1 ? 'una hora' : `${count} horas`} ${hours > 0 ? 'más' : 'menos'}.`;
}
