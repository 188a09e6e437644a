import type { Language } from './language.js';

const locales = { es: 'es-PE', en: 'en-GB' } as const;

/** «20 de junio de 2025» for a calendar day `2025-06-20`, which has no zone. */
export function dayText(day: string, language: Language, style: 'long' | 'short' = 'long'): string {
  const options = style === 'long' ? ({ dateStyle: 'long' } as const) : ({ day: 'numeric', month: 'short' } as const);
  return new Intl.DateTimeFormat(locales[language], { ...options, timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** «20 jun. 2025, 09:00» for an instant, on the wall clock of a zone. */
export function instantText(instant: string, zone: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(new Date(instant));
}

/** From the first to the last day, in as few words as it takes. */
export function daysText(from: string, to: string, language: Language): string {
  const format = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' });
  return format.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`));
}

/** The instant at which a calendar day begins on the wall clock of a zone; null for what is no day. */
export function dayBegins(day: string, zone: string, daysLater = 0): string | null {
  const midnight = Date.parse(`${day}T00:00:00Z`) + daysLater * 86_400_000;
  if (Number.isNaN(midnight)) return null;
  // Asked twice: the first answer may lie on the other side of a change of the clocks.
  const first = midnight - offsetAt(midnight, zone);
  return new Date(midnight - offsetAt(first, zone)).toISOString();
}

/** By how many milliseconds the wall clock of a zone is ahead of UTC. */
function offsetAt(instant: number, zone: string): number {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  return Date.parse(`${format.format(instant).replace(' ', 'T')}Z`) - Math.floor(instant / 1000) * 1000;
}
