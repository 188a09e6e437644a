import { useQuery, type QueryClient } from '@tanstack/react-query';
import { createContext, use } from 'react';
import { ask } from './api.js';
import { asked } from './ask-hooks.js';
import type { ResultOf } from './graphql.js';
import { eventQuery, meQuery } from './session.queries.js';

export type Me = NonNullable<ResultOf<typeof meQuery>['me']>;
export type PanelEvent = NonNullable<ResultOf<typeof eventQuery>['event']>;

export const meKey = ['me'];

const whoIsThere = {
  queryKey: meKey,
  queryFn: async ({ signal }: { signal: AbortSignal }) => (await ask(meQuery, {}, { signal })).me,
  staleTime: 60_000,
};

/** Whoever is signed in; undefined while it is not known, null for nobody. */
export function useMe(): Me | null | undefined {
  return useQuery(whoIsThere).data;
}

export const EventContext = createContext<PanelEvent | null>(null);

/** The event of the address. Only for screens under `/e/$slug`. */
export function useEvent(): PanelEvent {
  const event = use(EventContext);
  if (!event) throw new Error('This screen stands outside an event');
  return event;
}

const key = 'tinkuy.event';

/** Asks what every screen asks first, before there is a screen: the answers come while it is made. */
export function askAtOnce(client: QueryClient): void {
  void client.prefetchQuery(whoIsThere);
  const slug = /^\/panel\/e\/([^/]+)/.exec(location.pathname)?.[1] ?? lastEvent.read();
  if (slug) void client.prefetchQuery(asked('event', eventQuery, { slug: decodeURIComponent(slug) }));
}

/** The event on which somebody worked last, so that the panel opens where it was left. */
export const lastEvent = {
  keep: (slug: string): void => localStorage.setItem(key, slug),
  read: (): string | null => localStorage.getItem(key),
};
