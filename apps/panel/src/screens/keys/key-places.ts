import { useMemo } from 'react';
import { useAsk } from '../../app/ask-hooks.js';
import { useWords } from '../../app/words.js';
import { keyPlacesQuery } from './keys.queries.js';
import { keyWords } from './keys.words.js';

/** What a key opens: an organisation, or one of its events. */
export interface KeyPlace {
  readonly key: string;
  readonly label: string;
  readonly organizationId: string;
  readonly eventId: string | null;
}

/** Where the viewer may make keys, undefined until it is known; and what a place is called. */
export function useKeyPlaces(): { places: readonly KeyPlace[] | undefined; nameOf: (row: Placed) => string } {
  const t = useWords(keyWords);
  const found = useAsk('organizations', keyPlacesQuery, {}).data;
  return useMemo(() => {
    const places = found?.organizations
      .filter(({ mayChange }) => mayChange)
      .flatMap(({ id, name }): KeyPlace[] => [
        { key: id, label: `${name} · ${t('wholeOrganization')}`, organizationId: id, eventId: null },
        ...found.rolePlaces.flatMap(({ organizationId, eventId, eventName }) =>
          organizationId === id && eventId ? [{ key: eventId, label: eventName ?? '', organizationId, eventId }] : [],
        ),
      ]);
    const labels = new Map(places?.map(({ key, label }) => [key, label]));
    return { places, nameOf: ({ organizationId, eventId }) => labels.get(eventId ?? organizationId) ?? '…' };
  }, [found, t]);
}

interface Placed {
  readonly organizationId: string;
  readonly eventId: string | null;
}
