import { may, requireMay } from './policy.js';
import { NotAllowed, type Viewer } from './viewer.js';

/** The two questions that were asked before there were operations; each is one of the policy's. */
type ReadOrChange = 'organiser' | 'reader';

const asked = { organiser: 'event.change', reader: 'event.read' } as const;

/** Whether the viewer may read (`reader`) or change (`organiser`) what belongs to the event. */
export function hasRole(viewer: Viewer, eventId: string, role: ReadOrChange): boolean {
  return may(viewer, asked[role], eventId);
}

/** Throws NotAllowed unless the viewer may. Call it with the event of the *row*, never of the input. */
export function requireRole(viewer: Viewer, eventId: string, role: ReadOrChange): void {
  requireMay(viewer, asked[role], eventId);
}

/** Whether the viewer may at any event: for what belongs to none, such as institutions. */
export function hasRoleSomewhere(viewer: Viewer, role: ReadOrChange): boolean {
  if (viewer.kind !== 'staff') return false;
  if (viewer.isAdministrator || role === 'organiser') return may(viewer, 'institutions.change');
  return viewer.roles.size + viewer.organizationRoles.size > 0;
}

/** Throws NotAllowed unless the viewer may at some event. */
export function requireRoleSomewhere(viewer: Viewer, role: ReadOrChange): void {
  if (!hasRoleSomewhere(viewer, role)) throw new NotAllowed();
}

export function requireAdministrator(viewer: Viewer): void {
  requireMay(viewer, 'platform.operate');
}
