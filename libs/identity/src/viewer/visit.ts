import type { Language } from '#kernel';
import type { Whereabouts } from '#platform';

/** The request with which somebody comes, before it is known who that is. */
export interface Visit {
  readonly language: Language;
  readonly requestId: string;
  readonly cameFrom?: Whereabouts;
}
