import type { Option } from '../../design/index.js';
import type { RolePlaceRow } from './staff.queries.js';

interface Placed {
  readonly organizationId: string;
  readonly eventId: string | null;
}

/** A place as one word, for a select and the address: `o.<id>` an organisation, `e.<id>` an event. */
export function placeKey({ organizationId, eventId }: Placed): string {
  return eventId ? `e.${eventId}` : `o.${organizationId}`;
}

/** The same as the API takes it. */
export function placeOfKey(key: string): { organizationId: string } | { eventId: string } {
  return key.startsWith('e.') ? { eventId: key.slice(2) } : { organizationId: key.slice(2) };
}

export function placeOptions(places: readonly RolePlaceRow[], whole: string): Option[] {
  return places.map((place) => ({
    value: placeKey(place),
    label: place.eventName ?? `${place.organizationName} · ${whole}`,
  }));
}
