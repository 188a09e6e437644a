import { roles, type Role } from './role.js';
import { NotAllowed, type StaffViewer, type Viewer } from './viewer.js';

interface Rule {
  readonly roles: readonly Role[];
  /**
   * On what the operation is judged. `event`: the event of the row, where a role at the event or at its organisation counts.
   * `organization`: only a role at the organisation counts. `people`: an organisation's people, whom it shares among its events, so that a
   * role at any of them counts. `directory`: what all organisations share; a role anywhere counts. `platform`: administrators only.
   */
  readonly on: 'event' | 'organization' | 'people' | 'directory' | 'platform';
}

const everyone = roles;
const organisers = ['owner', 'organiser'] as const;
const writers = ['owner', 'organiser', 'communications'] as const;

/** The one table of who may do what. What does not stand here is denied; a platform administrator may do all of it. */
export const policy = {
  'event.read': { roles: everyone, on: 'event' },
  'event.change': { roles: organisers, on: 'event' },
  'agenda.change': { roles: organisers, on: 'event' },
  'registrations.read': { roles: everyone, on: 'event' },
  'registrations.change': { roles: organisers, on: 'event' },
  'invitations.send': { roles: writers, on: 'event' },
  'meetings.read': { roles: everyone, on: 'event' },
  'meetings.change': { roles: organisers, on: 'event' },
  'messages.read': { roles: ['owner', 'organiser', 'communications', 'reader'], on: 'event' },
  'messages.send': { roles: writers, on: 'event' },
  'audit.read': { roles: organisers, on: 'event' },
  'personal.export': { roles: organisers, on: 'event' },
  'roles.read': { roles: everyone, on: 'event' },
  'roles.change': { roles: organisers, on: 'event' },
  'organization.read': { roles: everyone, on: 'people' },
  'organization.change': { roles: ['owner'], on: 'organization' },
  'event.create': { roles: organisers, on: 'organization' },
  'people.read': { roles: everyone, on: 'people' },
  'people.change': { roles: organisers, on: 'people' },
  'institutions.change': { roles: organisers, on: 'directory' },
  'organizations.change': { roles: [], on: 'platform' },
  'accounts.change': { roles: [], on: 'platform' },
  'platform.operate': { roles: [], on: 'platform' },
} as const satisfies Record<string, Rule>;

export type Operation = keyof typeof policy;

export const operations = Object.keys(policy) as Operation[];

/** The event or the organisation of the *row*, never of the input. A bare id is an event's. Nothing at all: what belongs to none. */
export type Where = string | { readonly eventId: string } | { readonly organizationId: string };

/** Whether the viewer may do this there. Parties of signed links have no role: what they may do is judged on their own row. */
export function may(viewer: Viewer, operation: Operation, where?: Where): boolean {
  if (viewer.kind !== 'staff') return false;
  if (viewer.isAdministrator) return true;
  const rule: Rule = policy[operation];
  return rolesThatCount(viewer, rule, where).some((role) => rule.roles.includes(role));
}

/** Throws NotAllowed unless the viewer may do this there. */
export function requireMay(viewer: Viewer, operation: Operation, where?: Where): void {
  if (!may(viewer, operation, where)) throw new NotAllowed();
}

/** The same for what is of one event and of nothing else: throws NotAllowed as well where no event is named. */
export function requireMayAtEvent(
  viewer: Viewer,
  operation: Operation,
  { eventId }: { eventId?: string | null | undefined },
): void {
  if (!eventId) throw new NotAllowed();
  requireMay(viewer, operation, eventId);
}

/** Organisations at which the viewer may do this; null for all of them. */
export function organizationsWhere(viewer: Viewer, operation: Operation): readonly string[] | null {
  if (viewer.kind !== 'staff') return [];
  if (viewer.isAdministrator) return null;
  const known = new Set([...viewer.organizationRoles.keys(), ...viewer.organizationOf.values()]);
  return [...known].filter((organizationId) => may(viewer, operation, { organizationId }));
}

/**
 * Whether the viewer may hand `role` out there, or take it away: nobody gives a role above their own, nor one that may do what they may not.
 * At one event an organiser may do all that an owner may; who answers for it is still not theirs to say.
 */
export function mayGive(viewer: Viewer, role: Role, where: Where): boolean {
  if (!standsAsHigh(viewer, role, where)) return false;
  const given = operations.filter((operation) => (policy[operation].roles as readonly Role[]).includes(role));
  const judged = given.filter((operation) => isJudgedOn(policy[operation].on, where));
  return judged.every((operation) => may(viewer, operation, where));
}

function standsAsHigh(viewer: Viewer, role: Role, where: Where): boolean {
  if (viewer.kind !== 'staff') return false;
  const own = viewer.isAdministrator ? ['owner' as const] : rolesThatCount(viewer, policy['roles.change'], where);
  return own.some((held) => roles.indexOf(held) <= roles.indexOf(role));
}

/** A role at an event brings nothing that is judged on the organisation alone. */
function isJudgedOn(on: Rule['on'], where: Where): boolean {
  return on === 'event' || (on === 'organization' && typeof where === 'object' && 'organizationId' in where);
}

function rolesThatCount(viewer: StaffViewer, rule: Rule, where?: Where): readonly Role[] {
  if (rule.on === 'platform') return [];
  if (rule.on === 'directory') return [...viewer.roles.values(), ...viewer.organizationRoles.values()];
  if (where === undefined) return [];
  if (typeof where === 'object' && 'organizationId' in where) return rolesWithin(viewer, where.organizationId, rule);
  return rolesAt(viewer, typeof where === 'string' ? where : where.eventId, rule);
}

function rolesAt(viewer: StaffViewer, eventId: string, rule: Rule): readonly Role[] {
  const organizationId = viewer.organizationOf.get(eventId);
  if (rule.on !== 'event') return organizationId ? rolesWithin(viewer, organizationId, rule) : [];
  return held(viewer.roles.get(eventId), organizationId && viewer.organizationRoles.get(organizationId));
}

function rolesWithin(viewer: StaffViewer, organizationId: string, rule: Rule): readonly Role[] {
  const own = held(viewer.organizationRoles.get(organizationId));
  if (rule.on !== 'people') return own;
  const itsEvents = [...viewer.roles].filter(([eventId]) => viewer.organizationOf.get(eventId) === organizationId);
  return [...own, ...itsEvents.map(([, role]) => role)];
}

const held = (...found: (Role | '' | undefined)[]): Role[] => found.filter((role): role is Role => Boolean(role));
