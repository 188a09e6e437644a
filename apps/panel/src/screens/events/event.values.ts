import type { Say } from '../../app/words.js';
import type { Choice } from '../../design/index.js';
import type { eventWords } from './events.words.js';

export interface EventValues extends Readonly<Record<string, unknown>> {
  readonly seriesId: Choice | null;
  readonly editionNumber: string;
  readonly name: string;
  readonly slug: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly city: string;
  readonly country: Choice | null;
  readonly zone: Choice | null;
}

type Words = (typeof eventWords)['words']['es'];

/** What can be said without the server. */
export function checkEvent(values: EventValues, t: Say<Words>) {
  return {
    seriesId: values.seriesId ? undefined : t('seriesMissing'),
    editionNumber: /^[1-9]\d*$/.test(values.editionNumber) ? undefined : t('numberWrong'),
    startsOn: values.startsOn ? undefined : t('dayMissing'),
    endsOn: values.endsOn ? undefined : t('dayMissing'),
    city: values.city.trim() ? undefined : t('cityMissing'),
    country: values.country ? undefined : t('countryMissing'),
    zone: values.zone ? undefined : t('zoneMissing'),
  };
}

/** What is empty is left to the server: the series' name, an address of its making. */
export function inputOf(values: EventValues, isPublic: boolean) {
  const { name, slug, startsOn, endsOn, city } = values;
  return {
    editionNumber: Number(values.editionNumber),
    startsOn,
    endsOn,
    city,
    country: values.country?.value ?? '',
    zone: values.zone?.value ?? '',
    ...(name.trim() && { name }),
    ...(slug.trim() && !isPublic && { slug: slug.trim() }),
  };
}
