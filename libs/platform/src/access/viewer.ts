import type { Language } from '#kernel';
import type { Role } from './role.js';

export type EventRole = Role;

/** Who asks. Made once per request from the cookie or the signed link, never from the request's body. */
export type Viewer = AnonymousViewer | StaffViewer | LinkViewer | PersonViewer;

interface Anyone {
  readonly language: Language;
  /** The request's id, as it stands in the log. */
  readonly requestId: string;
  /** Where the request came from; absent when the product acts by itself. */
  readonly cameFrom?: Whereabouts;
  /** The person for whom an assistant acts. */
  readonly onBehalfOf?: string;
}

/** The network address and the program (`User-Agent`) of a request. Personal data: they stand in the audit alone. */
export interface Whereabouts {
  readonly address: string;
  readonly agent: string | null;
}

export interface AnonymousViewer extends Anyone {
  readonly kind: 'anonymous';
}

export interface StaffViewer extends Anyone {
  readonly kind: 'staff';
  readonly accountId: string;
  readonly name: string;
  readonly sessionId: string;
  /** May do everything at every organisation. */
  readonly isAdministrator: boolean;
  /** Whether the person behind the session was proved within the last minutes: by signing in, or again since. */
  readonly isRecentlyProved: boolean;
  /** Set when a program asks by a key: it reads, and changes nothing. */
  readonly apiKeyId?: string;
  /** Role by event id, as it was given for that event alone. */
  readonly roles: ReadonlyMap<string, Role>;
  /** Role by organisation id; it holds at all events of the organisation. */
  readonly organizationRoles: ReadonlyMap<string, Role>;
  /** Organisation id by event id, for every event at which one of the roles holds. */
  readonly organizationOf: ReadonlyMap<string, string>;
}

/** Somebody who came by a signed link: a focal point or a speaker, without an account. */
export interface LinkViewer extends Anyone {
  readonly kind: 'link';
  readonly linkId: string;
  readonly purpose: LinkPurpose;
  readonly eventId: string;
  /** The row that the link opens: a delegation, an invitation or a meeting party. */
  readonly subjectId: string;
  /** Set when the assistant of whom the link was sent to acts by it; then `onBehalfOf` is that person. */
  readonly assistant?: Assistant;
}

/** Somebody without an account who proved an e-mail address by a one-time code. Never made for GraphQL. */
export interface PersonViewer extends Anyone {
  readonly kind: 'person';
  readonly sessionId: string;
  /** Whose rows they see and change: their own, or those of whom they assist (then `onBehalfOf` is the same person). */
  readonly personId: string;
  /** Set when an assistant acts for the person. */
  readonly assistant?: Assistant;
}

/** Somebody whom a person let act for them. */
export interface Assistant {
  /** The grant, which names the assistant in the audit. */
  readonly grantId: string;
  readonly name: string;
}

export type LinkPurpose = 'delegation' | 'invitation' | 'meetings';

/** Thrown when the viewer may not do this, or may not know whether it exists. */
export class NotAllowed extends Error {
  constructor(message = 'Not allowed') {
    super(message);
  }
}

/** Thrown for an id that no row has, or that the viewer may not know of. */
export class NotFound extends Error {
  constructor(what: string) {
    super(`No such ${what}`);
  }
}

/** Whether the viewer came by a link of this purpose to this row. */
export function cameByLink(viewer: Viewer, purpose: LinkPurpose, subjectId: string): boolean {
  return viewer.kind === 'link' && viewer.purpose === purpose && viewer.subjectId === subjectId;
}
