import { useQuery } from '@tanstack/react-query';
import { createContext, use } from 'react';
import { ask } from './api.js';
import type { ResultOf } from './graphql.js';
import { meQuery, type eventQuery } from './session.queries.js';

export type Me = NonNullable<ResultOf<typeof meQuery>['me']>;
export type PanelEvent = NonNullable<ResultOf<typeof eventQuery>['event']>;

export const meKey = ['me'];

/** Whoever is signed in; undefined while it is not known, null for nobody. */
export function useMe(): Me | null | undefined {
  return useQuery({
    queryKey: meKey,
    queryFn: async ({ signal }) => (await ask(meQuery, {}, { signal })).me,
    staleTime: 60_000,
  }).data;
}

export const EventContext = createContext<PanelEvent | null>(null);

/** The event of the address. Only for screens under `/e/$slug`. */
export function useEvent(): PanelEvent {
  const event = use(EventContext);
  if (!event) throw new Error('This screen stands outside an event');
  return event;
}

const key = 'tinkuy.event';

/** The event on which somebody worked last, so that the panel opens where it was left. */
export const lastEvent = {
  keep: (slug: string): void => localStorage.setItem(key, slug),
  read: (): string | null => localStorage.getItem(key),
};
