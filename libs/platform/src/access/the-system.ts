import type { StaffViewer } from './viewer.js';

/** The product itself, when a job, a sweep or the seed acts. Never made from a request. */
export const theSystem: StaffViewer = {
  kind: 'staff',
  accountId: '00000000-0000-0000-0000-000000000000',
  name: 'Tinkuy',
  sessionId: '00000000-0000-0000-0000-000000000000',
  isAdministrator: true,
  isRecentlyProved: true,
  roles: new Map(),
  organizationRoles: new Map(),
  organizationOf: new Map(),
  language: 'es',
  requestId: 'system',
};
