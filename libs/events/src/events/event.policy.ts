import type { Viewer } from '#platform';

/** The drafts that the viewer may see; null for every one. */
export function draftsOf(viewer: Viewer): readonly string[] | null {
  if (viewer.kind !== 'staff') return [];
  return viewer.isAdministrator ? null : [...viewer.roles.keys(), ...viewer.organizationOf.keys()];
}
