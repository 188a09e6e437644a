import { LinkService } from '#identity';
import { Clock } from '#kernel';
import { UnitOfWork, type LinkViewer } from '#platform';
import { Injectable } from '@nestjs/common';
import { AcquaintanceRepository, type Acquaintance } from './acquaintance.repository.js';
import { GuestSessionService } from './guest-session.service.js';

/** A visit by link: the token of the browser, and whether it only looks or does something. */
export interface LinkVisit {
  readonly token: string | null;
  readonly isDeed: boolean;
}

/** Who may go on, or to which address a code has to be mailed first. */
export type Admission =
  | { readonly visitor: LinkViewer; readonly token: string | null; readonly person: Acquaintance | null }
  | { readonly address: string };

/** What was typed in twelve hours is not lost for coming a little later. */
const deedGraceMilliseconds = 2 * 3_600_000;

/**
 * Who may act by a link. The first browser that does something by it is believed, so that nobody has to type a code on a slow phone;
 * from then on every other browser, and this one after some hours, proves by a code that it reads the address of whom the link was sent to.
 * To look uses nothing up: mail scanners look.
 */
@Injectable()
export class LinkDoor {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly links: LinkService,
    private readonly sessions: GuestSessionService,
    private readonly acquaintances: AcquaintanceRepository,
  ) {}

  async admit(visitor: LinkViewer, { token, isDeed }: LinkVisit): Promise<Admission> {
    const { personId, isUnclaimed } = await this.links.holdingOf(visitor.linkId);
    const address = personId && (await this.acquaintances.addressOf(personId));
    // Nobody's in particular, or nobody's whom a mail can reach: the link is all there is.
    if (!personId || !address) return { visitor, token: null, person: null };
    const now = this.clock.now();
    const since = isDeed ? new Date(now.getTime() - deedGraceMilliseconds) : now;
    const pass = token && (await this.sessions.passFor(token, personId, since));
    if (pass) {
      if (isDeed && isUnclaimed)
        await this.unitOfWork.run((work) => this.links.claim(work, visitor.linkId, pass.sessionId));
      return { visitor: actingAs(visitor, pass.person), token: null, person: pass.person };
    }
    if (!isUnclaimed) return { address };
    const own = token ?? this.sessions.newToken();
    const isMine = !isDeed || (await this.claim(visitor.linkId, personId, own));
    return isMine ? { visitor, token: token ? null : own, person: null } : { address };
  }

  private claim(linkId: string, personId: string, token: string): Promise<boolean> {
    return this.unitOfWork.run(async (work) => {
      const sessionId = await this.sessions.beginByLink(work, token, personId);
      const isMine = sessionId !== null && (await this.links.claim(work, linkId, sessionId));
      return isMine || this.unitOfWork.undo(false);
    });
  }
}

/** An assistant acts visibly: what they do is written down as done for the person. */
function actingAs(visitor: LinkViewer, { personId, assistant }: Acquaintance): LinkViewer {
  return assistant ? { ...visitor, onBehalfOf: personId, assistant } : visitor;
}
