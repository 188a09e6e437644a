import { Clock, isRefusal, newId, type Refusal } from '#kernel';
import {
  Config,
  LinkResolver,
  NotFound,
  RowScopes,
  type LinkPurpose,
  type MailedPurpose,
  type LinkViewer,
  type Work,
} from '#platform';
import { Injectable } from '@nestjs/common';
import type { Visit } from '../viewer/visit.js';
import { hashOf, linkUrl, tokenOf } from './link-token.js';
import { SignedLink } from './signed-link.entity.js';
import { SignedLinkRepository } from './signed-link.repository.js';
import { isUnclaimed, linkRefusals, whyClosed } from './signed-link.rules.js';

/** What a new link opens, for whom and until when. */
export interface LinkDraft {
  readonly purpose: LinkPurpose;
  readonly eventId: string;
  readonly subjectId: string;
  readonly personId: string | null;
  readonly expiresAt: Date;
}

/** Whose a link is. */
export interface LinkHolding {
  readonly eventId: string;
  /** Null when it is nobody's in particular: then there is nobody to mail a code to, and the link alone opens its row. */
  readonly personId: string | null;
  readonly isUnclaimed: boolean;
}

/** Signed links: made, opened, used for the first time, addressed anew and ended. */
@Injectable()
export class LinkService extends LinkResolver {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly links: SignedLinkRepository,
    private readonly scopes: RowScopes,
  ) {
    super();
  }

  async issue(work: Work, draft: LinkDraft): Promise<{ linkId: string }> {
    const id = newId();
    const tokenHash = hashOf(tokenOf(this.config.secret, id));
    await work.manager.insert(SignedLink, { ...draft, id, tokenHash, issuedAt: work.now });
    return { linkId: id };
  }

  urlOf(linkId: string, purpose: MailedPurpose): string {
    return linkUrl(this.config.publicUrl, purpose, tokenOf(this.config.secret, linkId));
  }

  /** Who comes by this token, or why it opens nothing. It opens as often as one likes until it ends; one of another purpose is as unknown as any. */
  async open(token: string, visit: Visit & { readonly purpose?: LinkPurpose }): Promise<LinkViewer | Refusal> {
    const hash = hashOf(token);
    const link = await this.scopes.within({ token: hash }, () => this.links.byTokenHash(hash));
    if (!link || (visit.purpose && visit.purpose !== link.purpose)) return linkRefusals.LINK_UNKNOWN();
    const now = this.clock.now();
    const closed = whyClosed(link, now);
    if (isRefusal(closed)) return closed;
    const { language, requestId, cameFrom } = visit;
    const { id: linkId, purpose, eventId, subjectId } = link;
    const viewer: LinkViewer = { kind: 'link', linkId, purpose, eventId, subjectId, language, requestId, cameFrom };
    this.scopes.enter(viewer);
    await this.links.noteOpened(link, now);
    return viewer;
  }

  /** The path of the page that it opens; null when it is gone. */
  async pathOf(linkId: string): Promise<string | null> {
    const token = hashOf(tokenOf(this.config.secret, linkId));
    const link = await this.scopes.within({ token }, () => this.links.byTokenHash(token));
    return link && new URL(this.urlOf(link.id, link.purpose)).pathname;
  }

  /** To whom it was sent and whether a browser used it already. */
  async holdingOf(linkId: string): Promise<LinkHolding> {
    const link = await this.links.byId(linkId);
    if (!link) throw new NotFound('link');
    return { eventId: link.eventId, personId: link.personId, isUnclaimed: isUnclaimed(link, this.clock.now()) };
  }

  /** Makes the link the session's that first does something by it; false when another's it is. One statement: of two at once one is first. */
  claim(work: Work, linkId: string, sessionId: string): Promise<boolean> {
    return this.links.claim(work.manager, linkId, sessionId, work.now);
  }

  /** The links by which these people can do something at present, the newest first. */
  liveOf(personIds: readonly string[]): Promise<SignedLink[]> {
    return this.links.liveOf(personIds, this.clock.now());
  }

  /** The row is somebody else's to answer for now: codes go to them, and whoever used the link until now proves themselves anew. */
  async readdress(work: Work, linkId: string, personId: string | null): Promise<void> {
    await work.manager.update(SignedLink, { id: linkId }, { personId, claimedAt: null, claimedBy: null });
  }

  /** From now on the link opens nothing. */
  async revoke(work: Work, linkId: string): Promise<void> {
    await this.end(work, linkId, null);
  }

  /** Issues a link to the same row until `expiresAt` and ends the old one, which from now on tells that a newer one was sent. */
  async replace(work: Work, linkId: string, expiresAt: Date): Promise<{ linkId: string }> {
    const old = await this.links.forChange(work.manager, linkId);
    if (!old) throw new NotFound('link');
    const { purpose, eventId, subjectId, personId } = old;
    const issued = await this.issue(work, { purpose, eventId, subjectId, personId, expiresAt });
    await this.end(work, linkId, issued.linkId);
    return issued;
  }

  private async end(work: Work, linkId: string, replacedById: string | null): Promise<void> {
    const ended = await work.manager.update(SignedLink, { id: linkId }, { revokedAt: work.now, replacedById });
    if (ended.affected !== 1) throw new NotFound('link');
  }
}
