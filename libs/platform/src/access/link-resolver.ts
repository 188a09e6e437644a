import type { LinkPurpose } from './viewer.js';

/** What a mailed link opens: a row of an event, or the way into one's own account of staff. */
export type MailedPurpose = LinkPurpose | 'account';

/** Tells the address of a signed link from its id, so that a mail can be filled at delivery and no token is stored. identity provides it. */
export abstract class LinkResolver {
  /** The absolute URL. The same id always gives the same URL. */
  abstract urlOf(linkId: string, purpose: MailedPurpose): string;
}
