import { dayName, type Language } from '#kernel';

/** `viernes 20 – sábado 21 de junio de 2025`: the days of an event as a mail or a page says them. */
export function eventDays(event: { startsOn: string; endsOn: string }, language: Language): string {
  const year = event.endsOn.slice(0, 4);
  const last = `${dayName(event.endsOn, language)}${language === 'es' ? ' de' : ''} ${year}`;
  return event.startsOn === event.endsOn ? last : `${dayName(event.startsOn, language)} – ${last}`;
}
