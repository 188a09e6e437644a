import { EventRepository, type Event } from '#events';
import { LinkService } from '#identity';
import { nextDay, startOfDay } from '#kernel';
import { NotFound, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { MeetingParty } from './meeting-party.entity.js';

/** The party's page can still be read for a month after the event, to see what was agreed when. */
const linkDaysAfterEvent = 30;

/** A party whose page can be opened. */
export type LinkedParty = MeetingParty & { linkId: string };

/** The link by which a party's contact answers for it. */
@Injectable()
export class MeetingPartyLink {
  constructor(
    private readonly events: EventRepository,
    private readonly links: LinkService,
  ) {}

  /** Issues the link to the party's contact, and writes both into the party. */
  async give(work: Work, party: MeetingParty): Promise<LinkedParty> {
    const event = await this.events.byId(party.eventId, work.manager);
    if (!event) throw new NotFound('event');
    const { id: subjectId, eventId, contactPersonId: personId } = party;
    const expiresAt = linkEnd(event);
    const issued = await this.links.issue(work, { purpose: 'meetings', eventId, subjectId, personId, expiresAt });
    const { linkId } = issued;
    await work.manager.update(MeetingParty, { id: party.id }, { linkId, contactPersonId: personId });
    return Object.assign(party, { linkId });
  }

  /** The party's link opens nothing any more. */
  async end(work: Work, { linkId }: MeetingParty): Promise<void> {
    if (linkId) await this.links.revoke(work, linkId);
  }
}

function linkEnd({ endsOn, zone }: Event): Date {
  const over = startOfDay(nextDay(endsOn), zone);
  return new Date(over.getTime() + linkDaysAfterEvent * 86_400_000);
}
