import type { Words } from '#kernel';
import { declareFaults, type ImportColumn } from '#platform';

const faults = declareFaults({
  CHOICE_UNKNOWN: {
    wrong: { es: 'No es una de las opciones.', en: 'It is none of the choices.' },
    mend: { es: 'Escriba una de estas: {choices}.', en: 'Write one of these: {choices}.' },
  },
  AGENDA_DAY_UNREADABLE: {
    wrong: { es: 'No se lee como una fecha.', en: 'It does not read as a date.' },
    mend: {
      es: 'Escriba año-mes-día (2025-06-20) o día/mes/año (20/06/2025).',
      en: 'Write year-month-day (2025-06-20) or day/month/year (20/06/2025).',
    },
  },
  TIME_UNREADABLE: {
    wrong: { es: 'No se lee como una hora.', en: 'It does not read as a time.' },
    mend: { es: 'Escríbala con 24 horas: 09:00, 14:30.', en: 'Write it on 24 hours: 09:00, 14:30.' },
  },
  NUMBER_UNREADABLE: {
    wrong: { es: 'No es un número entero.', en: 'It is no whole number.' },
    mend: { es: 'Escriba solo cifras, por ejemplo 80.', en: 'Write digits alone, such as 80.' },
  },
});

/** As two names are compared: no case, no accents, no doubled spaces. */
export function comparable(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** One of a kind's values, by its code or by its name in either language. */
export function readChoice<Terms extends Readonly<Record<string, Words>>>(
  terms: Terms,
): ImportColumn<keyof Terms & string>['read'] {
  const byName = new Map(
    Object.entries(terms).flatMap(([code, { es, en }]) => [code, es, en].map((name) => [comparable(name), code])),
  );
  const choices = Object.values(terms)
    .map(({ es }) => es)
    .join(', ');
  return (text) => {
    const code = byName.get(comparable(text));
    return code ? { value: code } : { fault: faults.CHOICE_UNKNOWN({ choices }) };
  };
}

/** `2025-06-20` from what people write for it. */
export const readDay: ImportColumn<string>['read'] = (text) => {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(text);
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const [year, month, day] = iso ? iso.slice(1) : (local?.slice(1).toReversed() ?? []);
  const value = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  const instant = new Date(`${value}T00:00:00Z`);
  const isDay = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(value);
  return isDay ? { value } : { fault: faults.AGENDA_DAY_UNREADABLE() };
};

/** `09:00` from `9:00`, `09.00` or `9h00`. */
export const readTime: ImportColumn<string>['read'] = (text) => {
  const [, hours = '', minutes = ''] = /^(\d{1,2})[:.h](\d{2})(?::\d{2})?$/.exec(text.trim()) ?? [];
  const fits = hours !== '' && Number(hours) < 24 && Number(minutes) < 60;
  return fits ? { value: `${hours.padStart(2, '0')}:${minutes}` } : { fault: faults.TIME_UNREADABLE() };
};

export const readNumber: ImportColumn<number>['read'] = (text) =>
  /^\d{1,9}$/.test(text.trim()) ? { value: Number(text) } : { fault: faults.NUMBER_UNREADABLE() };
