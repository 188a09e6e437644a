import type { Refusal } from '#kernel';
import { mayGive, type Role, type StaffViewer, type Viewer } from '#platform';
import { roleRefusals, type Place } from './role.rules.js';

/** A role that an account has at a place, as it is after the change. */
export interface GivenRole {
  readonly accountId: string;
  readonly place: Place;
  readonly role: Role;
  readonly grantedAt: Date;
}

interface RoleChange {
  readonly accountId: string;
  readonly before: Role | null;
  readonly after: Role | null;
}

/** Why the viewer may not make this change, though they may change roles there: nobody raises themselves, and nobody gives more than they have. */
export function refuseRoleChange(
  viewer: Viewer,
  place: Place,
  { accountId, before, after }: RoleChange,
): Refusal | null {
  const isOwn = (viewer as StaffViewer).accountId === accountId && !(viewer as StaffViewer).isAdministrator;
  if (isOwn && after !== null) return roleRefusals.ROLE_IS_YOURS({}, 'email');
  const touched = [before, after].filter((role): role is Role => role !== null);
  return touched.every((role) => mayGive(viewer, role, place)) ? null : roleRefusals.ROLE_TOO_HIGH({}, 'role');
}
