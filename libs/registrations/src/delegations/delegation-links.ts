import { nextDay, startOfDay } from '#kernel';
import { LinkService } from '#identity';
import { EventRepository } from '#events';
import { NotFound, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import type { Delegation } from './delegation.entity.js';

/** The signed link of a delegation's page. */
@Injectable()
export class DelegationLinks {
  constructor(
    private readonly events: EventRepository,
    private readonly links: LinkService,
  ) {}

  /** Makes a link for its focal point, which opens the page until the event is over. */
  async issue(work: Work, { id, eventId, focalPointPersonId }: Delegation): Promise<string> {
    const event = await this.events.byId(eventId, work.manager);
    if (!event) throw new NotFound('event');
    const expiresAt = startOfDay(nextDay(event.endsOn), event.zone);
    const draft = { purpose: 'delegation', eventId, subjectId: id, personId: focalPointPersonId, expiresAt } as const;
    return (await this.links.issue(work, draft)).linkId;
  }

  /** The same link is its new focal point's from now on: codes are mailed to them. */
  async readdress(work: Work, { linkId, focalPointPersonId }: Delegation): Promise<void> {
    if (linkId) await this.links.readdress(work, linkId, focalPointPersonId);
  }

  /** The delegation's link opens nothing from now on. */
  async end(work: Work, { linkId }: Delegation): Promise<void> {
    if (linkId) await this.links.revoke(work, linkId);
  }
}
