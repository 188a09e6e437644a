import { dayName, type Language } from '#kernel';

const locales = { es: 'es-PE', en: 'en-GB' } as const;

function part(day: string, language: Language, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locales[language], { ...options, timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`),
  );
}

const dayNumber = (day: string) => String(Number(day.slice(8)));

/** Beside a day: alone, es-PE would begin a month with a capital letter. */
function month(day: string, language: Language): string {
  const options = { day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  const parts = new Intl.DateTimeFormat(locales[language], options).formatToParts(new Date(`${day}T12:00:00Z`));
  return parts.find(({ type }) => type === 'month')?.value ?? '';
}

/** `20–21 de junio de 2025`, `30 de junio – 2 de julio de 2025` / `20–21 June 2025`: as short as the days allow. */
export function dateRange(startsOn: string, endsOn: string, language: Language): string {
  const of = language === 'es' ? ' de ' : ' ';
  const year = (day: string) => of + day.slice(0, 4);
  const full = (day: string) => dayNumber(day) + of + month(day, language);
  if (startsOn === endsOn) return full(startsOn) + year(startsOn);
  if (startsOn.slice(0, 7) === endsOn.slice(0, 7)) return `${dayNumber(startsOn)}–${full(endsOn)}${year(endsOn)}`;
  const startYear = startsOn.slice(0, 4) === endsOn.slice(0, 4) ? '' : year(startsOn);
  return `${full(startsOn)}${startYear} – ${full(endsOn)}${year(endsOn)}`;
}

/** `Viernes 20 de junio` / `Friday 20 June`. */
export function dayHeading(day: string, language: Language): string {
  const name = dayName(day, language);
  return name[0].toUpperCase() + name.slice(1);
}

/** `Viernes 20` / `Friday 20`. */
export function dayLink(day: string, language: Language): string {
  const name = part(day, language, { weekday: 'long' });
  return `${name[0].toUpperCase()}${name.slice(1)} ${dayNumber(day)}`;
}

/** `jun` / `Jun`, for the block that stands beside an event in a list. */
export function shortMonth(day: string, language: Language): string {
  return part(day, language, { month: 'short' }).replace('.', '');
}
