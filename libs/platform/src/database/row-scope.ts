import type { Viewer } from '../access/viewer.js';

/**
 * Which rows the database shows on a connection, besides what is published. `organizations`: those whose rows are all to be seen; `all` for
 * an administrator. `events`: single ones. `account`: whose own work is to be seen. `person`:
 * whose events, and whose organisation's people. `token`: the SHA-256 of a link's token, which opens the row that carries it.
 */
export interface RowScope {
  readonly organizations: readonly string[] | 'all';
  readonly events: readonly string[];
  readonly account: string;
  readonly person: string;
  readonly token: string;
}

export const published: RowScope = { organizations: [], events: [], account: '', person: '', token: '' };

/** Made of the viewer alone: what a request may see is decided before it says what it wants. */
export function scopeOf(viewer: Viewer): RowScope {
  if (viewer.kind === 'staff') {
    const organizations = viewer.isAdministrator ? ('all' as const) : [...viewer.organizationRoles.keys()];
    return { ...published, organizations, events: [...viewer.roles.keys()], account: viewer.accountId };
  }
  if (viewer.kind === 'person') return { ...published, person: viewer.personId };
  return 'eventId' in viewer ? { ...published, events: [viewer.eventId] } : published;
}

/** The values of the settings `tinkuy.organizations`, `.events`, `.account`, `.person` and `.token`, which the policies read. */
export function settingsOf({ organizations, events, account, person, token }: RowScope): string[] {
  const list = (ids: readonly string[]) => `{${[...ids].sort().join(',')}}`;
  return [organizations === 'all' ? '*' : list(organizations), list(events), account, person, token];
}
