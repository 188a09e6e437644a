import { isId } from '#kernel';
import { NotAllowed, requireMay, type Viewer } from '#platform';
import type { AuditPlace } from './audit-list.repository.js';

/**
 * Throws NotAllowed unless the viewer may read the entries of this place: an event's organisers, an organisation's owners (its keys, roles
 * and files stand there as well), and for everything, where sign-ins stand too, administrators.
 */
export function requireMayRead(viewer: Viewer, { eventId, organizationId }: AuditPlace): void {
  if ([eventId, organizationId].some((id) => id && !isId(id))) throw new NotAllowed();
  if (eventId) requireMay(viewer, 'audit.read', eventId);
  else if (organizationId) {
    requireMay(viewer, 'audit.read', { organizationId });
    requireMay(viewer, 'organization.change', { organizationId });
  } else requireMay(viewer, 'platform.operate');
}
