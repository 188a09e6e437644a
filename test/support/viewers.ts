import { newId } from '#kernel';
import type { AnonymousViewer, EventRole, LinkViewer, StaffViewer } from '#platform';

export const anonymous: AnonymousViewer = { kind: 'anonymous', language: 'es', requestId: 'test' };

/** An administrator, who may do everything. */
export const administrator: StaffViewer = {
  kind: 'staff',
  accountId: newId(),
  name: 'Administradora de prueba',
  sessionId: newId(),
  isAdministrator: true,
  isRecentlyProved: true,
  roles: new Map(),
  organizationRoles: new Map(),
  organizationOf: new Map(),
  language: 'es',
  requestId: 'test',
};

/** Staff with one role at one event, and none elsewhere. */
export function staffOf(eventId: string, role: EventRole = 'organiser', organizationId: string = newId()): StaffViewer {
  const roles = new Map([[eventId, role]]);
  const organizationOf = new Map([[eventId, organizationId]]);
  const own = { accountId: newId(), name: 'Personal de prueba', isAdministrator: false, roles, organizationOf };
  return { ...administrator, ...own };
}

/** Whoever came by a signed link to a row. */
export function byLink(link: Pick<LinkViewer, 'purpose' | 'eventId' | 'subjectId'>): LinkViewer {
  return { kind: 'link', linkId: newId(), ...link, language: 'es', requestId: 'test' };
}
