import { isId } from '#kernel';
import { cameByLink, may, NotAllowed, type Viewer } from '#platform';

/**
 * For which of the parties the viewer acts: the one whose link they came by; null for an organiser of the event, who may act for any.
 * Throws NotAllowed for everybody else.
 */
export function actsFor(viewer: Viewer, eventId: string, partyIds: readonly string[]): string | null {
  const own = partyIds.find((id) => cameByLink(viewer, 'meetings', id));
  if (own) return own;
  if (isId(eventId) && may(viewer, 'meetings.change', eventId)) return null;
  throw new NotAllowed();
}

/** Whether the viewer may read what is between the parties: one of them by link, or staff of the event. */
export function maySee(viewer: Viewer, eventId: string, partyIds: readonly string[]): boolean {
  return may(viewer, 'meetings.read', eventId) || partyIds.some((id) => cameByLink(viewer, 'meetings', id));
}

/** Whether the viewer takes part in the event's meetings at all: parties find each other by name. */
export function mayFindParties(viewer: Viewer, eventId: string): boolean {
  if (!isId(eventId)) return false;
  if (may(viewer, 'meetings.read', eventId)) return true;
  return viewer.kind === 'link' && viewer.purpose === 'meetings' && viewer.eventId === eventId;
}

export function requireSight(viewer: Viewer, eventId: string, partyIds: readonly string[]): void {
  if (!maySee(viewer, eventId, partyIds)) throw new NotAllowed();
}

/** Lists of an event's requests and meetings: staff see all, a party sees its own, for which it asks by its id. */
export function requireListSight(viewer: Viewer, eventId: string, partyId: string | null): void {
  const known = isId(eventId) && (partyId === null || isId(partyId));
  if (!known || (viewer.kind === 'link' && viewer.eventId !== eventId)) throw new NotAllowed();
  requireSight(viewer, eventId, partyId === null ? [] : [partyId]);
}
