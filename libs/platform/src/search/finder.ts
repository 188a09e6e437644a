import type { Viewer } from '../access/viewer.js';

/** What can be found from anywhere. Its values are those of the GraphQL enum. */
export const foundKinds = ['event', 'session', 'person', 'institution'] as const;
export type FoundKind = (typeof foundKinds)[number];

export interface Found {
  readonly id: string;
  readonly title: string;
  /** Tells two of the same title apart: days and city, a position, a place. */
  readonly detail: string;
  /** Address of the event to which it belongs; null for what belongs to none. */
  readonly eventSlug: string | null;
}

export interface Sought {
  readonly viewer: Viewer;
  /** At least two characters, tidied. */
  readonly words: string;
  /** What belongs to this event stands first; null for no event. */
  readonly eventId: string | null;
  readonly limit: number;
}

/** Finds one kind by words, and answers only what the viewer may read. It is a provider of its lib; it is found by its class. */
export abstract class Finder {
  abstract readonly kind: FoundKind;
  abstract find(sought: Sought): Promise<readonly Found[]>;
}
