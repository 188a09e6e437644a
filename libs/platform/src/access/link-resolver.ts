import type { LinkPurpose } from './viewer.js';

/** Tells the address of a signed link from its id, so that a mail can be filled at delivery and no token is stored. identity provides it. */
export abstract class LinkResolver {
  /** The absolute URL. The same id always gives the same URL. */
  abstract urlOf(linkId: string, purpose: LinkPurpose): string;
}
