import { isId } from '#kernel';
import { cameByLink, may, NotFound, requireMay, type Operation, type Viewer } from '#platform';
import type { Delegation } from './delegation.entity.js';

/** For strangers the row does not exist; a reader who wants to change it is told that they may not. */
export function requireStaff(viewer: Viewer, eventId: string, operation: Operation, what: string): void {
  if (!isId(eventId) || !may(viewer, 'registrations.read', eventId)) throw new NotFound(what);
  requireMay(viewer, operation, eventId);
}

/** Organisers of its event, and whoever came by its own link, may change a delegation and its people. */
export function requireHand(viewer: Viewer, delegation: Delegation): void {
  if (!cameByLink(viewer, 'delegation', delegation.id))
    requireStaff(viewer, delegation.eventId, 'registrations.change', 'delegation');
}

/** The same, and readers of its event, may see it. */
export function requireSight(viewer: Viewer, delegation: Delegation): void {
  if (!cameByLink(viewer, 'delegation', delegation.id))
    requireStaff(viewer, delegation.eventId, 'registrations.read', 'delegation');
}
