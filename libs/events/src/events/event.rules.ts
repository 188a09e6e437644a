import { declareRefusals, isZone, Lifecycle, nextDay, type Refusal } from '#kernel';
import { editionLabel, type EditionStyle } from '../series/edition-number.rules.js';

export const eventStates = ['draft', 'published', 'closed'] as const;

export type EventState = (typeof eventStates)[number];

export const eventLifecycle = new Lifecycle<EventState>({ draft: ['published'], published: ['closed'], closed: [] });

const longestEventInDays = 60;

export const eventRefusals = declareRefusals({
  DAY_DOES_NOT_EXIST: {
    es: '«{day}» no es un día del calendario. Escríbalo como 2025-06-20 (año-mes-día).',
    en: '“{day}” is not a calendar day. Write it as 2025-06-20 (year-month-day).',
  },
  EVENT_ENDS_BEFORE_START: {
    es: 'El evento termina el {endsOn}, antes de empezar el {startsOn}. Corrija una de las dos fechas.',
    en: 'The event ends on {endsOn}, before it starts on {startsOn}. Correct one of the two dates.',
  },
  EVENT_TOO_LONG: {
    es: 'El evento dura más de {longest} días. Revise el año y el mes de las dos fechas.',
    en: 'The event lasts more than {longest} days. Check the year and month of both dates.',
  },
  ZONE_UNKNOWN: {
    es: 'No se conoce la zona horaria «{zone}». Escríbala con su nombre IANA: America/Lima, America/La_Paz, Asia/Seoul.',
    en: 'The time zone “{zone}” is not known. Write its IANA name: America/Lima, America/La_Paz, Asia/Seoul.',
  },
  EVENT_COUNTRY_UNKNOWN: {
    es: '«{country}» no es un código de país. Escriba las dos letras ISO 3166: PE, BO, KR.',
    en: '“{country}” is not a country code. Write the two letters of ISO 3166: PE, BO, KR.',
  },
  EDITION_NUMBER_UNFIT: {
    es: 'El número de edición debe ser un entero de 1 a 999.',
    en: 'The edition number must be a whole number from 1 to 999.',
  },
  EVENT_SERIES_UNKNOWN: {
    es: 'Esa serie de eventos no existe. Elija una de la lista o cree la serie primero.',
    en: 'There is no such series of events. Choose one of the list or create the series first.',
  },
  EVENT_SERIES_ARCHIVED: {
    es: 'Esa serie está archivada y no recibe más ediciones. Restáurela o elija otra.',
    en: 'That series is archived and takes no more editions. Restore it or choose another one.',
  },
  EDITION_TAKEN: {
    es: 'La serie ya tiene una edición número {editionNumber}, quizá archivada. Revise el número.',
    en: 'The series already has an edition number {editionNumber}, perhaps an archived one. Check the number.',
  },
  EVENT_IS_PUBLIC: {
    es: 'El evento es público y está en curso o por venir. Ciérrelo antes de archivarlo.',
    en: 'The event is public and still to come or under way. Close it before it is archived.',
  },
  EVENT_IS_ARCHIVED: {
    es: 'El evento está archivado. Restáurelo antes de publicarlo.',
    en: 'The event is archived. Restore it before it is published.',
  },
  SLUG_TAKEN: {
    es: 'Otro evento ya usa la dirección «{slug}». Elija otra.',
    en: 'Another event already uses the address “{slug}”. Choose another one.',
  },
  EVENT_MOVE_UNFIT: {
    es: 'El evento está en estado «{state}» y no puede pasar a «{wanted}». Recargue la página para ver su estado.',
    en: 'The event is “{state}” and cannot become “{wanted}”. Reload the page to see its state.',
  },
  EVENT_NEEDS_ORGANIZER: {
    es: 'Nombre al menos una institución organizadora antes de publicar el evento.',
    en: 'Name at least one organising institution before the event is published.',
  },
  EVENT_ADDRESS_IS_PUBLIC: {
    es: 'El evento ya es público y su dirección está en enlaces y correos: no se puede cambiar.',
    en: 'The event is public already and its address stands in links and mails: it cannot be changed.',
  },
  SLUG_UNFIT: {
    es: 'La dirección «{slug}» no sirve. Use de 3 a 80 letras minúsculas sin tilde, números y guiones: ii-encuentro-2025.',
    en: 'The address “{slug}” cannot be used. Write 3 to 80 lower-case letters without accents, digits and hyphens: ii-encuentro-2025.',
  },
});

/** What an event is made of, as it is typed in. */
export interface EventFacts {
  readonly slug: string;
  readonly editionNumber: number;
  readonly zone: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly country: string;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function days(startsOn: string, endsOn: string): number {
  return (Date.parse(endsOn) - Date.parse(startsOn)) / 86_400_000 + 1;
}

function refuseDays({ startsOn, endsOn }: EventFacts): Refusal | null {
  if (!isDay(startsOn)) return eventRefusals.DAY_DOES_NOT_EXIST({ day: startsOn }, 'startsOn');
  if (!isDay(endsOn)) return eventRefusals.DAY_DOES_NOT_EXIST({ day: endsOn }, 'endsOn');
  if (endsOn < startsOn) return eventRefusals.EVENT_ENDS_BEFORE_START({ startsOn, endsOn }, 'endsOn');
  if (days(startsOn, endsOn) <= longestEventInDays) return null;
  return eventRefusals.EVENT_TOO_LONG({ longest: longestEventInDays }, 'endsOn');
}

/** Why an event cannot be as it is told; null when it can. */
export function refuseEvent(event: EventFacts): Refusal | null {
  const { slug, editionNumber, zone, country } = event;
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length < 3 || slug.length > 80) {
    return eventRefusals.SLUG_UNFIT({ slug }, 'slug');
  }
  if (!Number.isInteger(editionNumber) || editionNumber < 1 || editionNumber > 999) {
    return eventRefusals.EDITION_NUMBER_UNFIT({}, 'editionNumber');
  }
  if (!isZone(zone)) return eventRefusals.ZONE_UNKNOWN({ zone }, 'zone');
  if (!/^[A-Z]{2}$/.test(country)) return eventRefusals.EVENT_COUNTRY_UNKNOWN({ country }, 'country');
  return refuseDays(event);
}

/** The full name with its number in front: `II Encuentro Nacional de Mancomunidades Municipales del Perú`. */
export function shownName(
  event: { name: string; editionNumber: number },
  series: { editionStyle: EditionStyle },
): string {
  return `${editionLabel(event.editionNumber, series.editionStyle)} ${event.name}`.trim();
}

/** A public address made of a name and the year: `ii-encuentro-nacional-2025`, at most 80 characters. */
export function slugOf(name: string, startsOn: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 70);
  return `${plain}-${startsOn.slice(0, 4)}`.replace(/-+/g, '-').replace(/^-|-$/g, '');
}

/** The event's calendar days in order. */
export function daysOf({ startsOn, endsOn }: { startsOn: string; endsOn: string }): string[] {
  const all: string[] = [];
  for (let day = startsOn; day <= endsOn; day = nextDay(day)) all.push(day);
  return all;
}
