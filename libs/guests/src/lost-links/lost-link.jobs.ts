import { MessageService } from '#communications';
import { LinkService } from '#identity';
import { PersonRepository, personName } from '#people';
import { declareJob, Handles, Sweep, type Work } from '#platform';
import { EventCards } from '#registrations';
import { Injectable } from '@nestjs/common';

import { AcquaintanceRepository } from '../sessions/acquaintance.repository.js';
import { LostLinkRequestRepository } from './lost-link-request.repository.js';
import { LostLinksRequested } from './lost-link.events.js';
import { lostLink } from './lost-link.mails.js';

const mailLostLinks = declareJob('mail-lost-links', LostLinksRequested);

/** One person has few; more than these are not mailed at once. */
const mostLinks = 10;

@Injectable()
export class LostLinkJobs {
  constructor(
    private readonly acquaintances: AcquaintanceRepository,
    private readonly links: LinkService,
    private readonly persons: PersonRepository,
    private readonly messages: MessageService,
    private readonly cards: EventCards,
    private readonly requests: LostLinkRequestRepository,
  ) {}

  @Handles(mailLostLinks)
  async mail({ requestId }: { requestId: string }, work: Work): Promise<void> {
    const request = await this.requests.byId(requestId, work.manager);
    if (!request) return;
    const known = await this.acquaintances.ofAddress(request.address, work.now, work.manager);
    const own = known.filter(({ assistant }) => assistant === null).map(({ personId }) => personId);
    const persons = await this.persons.byIds(own);
    for (const link of (await this.links.liveOf(own)).slice(0, mostLinks)) {
      const person = persons.get(link.personId ?? '');
      if (!person?.email) continue;
      const { name: eventName, event } = await this.cards.of(link.eventId, work.manager);
      const { id: linkId, purpose } = link;
      await this.messages.queue(work, {
        mail: lostLink,
        to: { name: personName(person), address: person.email },
        personId: person.id,
        eventId: link.eventId,
        language: person.language,
        data: { eventName, isDemonstration: event.isDemonstration, name: personName(person), purpose, linkId },
        dedupeKey: `lost-link:${requestId}:${linkId}`,
        sendBefore: link.expiresAt,
      });
    }
  }

  @Sweep({ everySeconds: 600 })
  async forgetOld(): Promise<void> {
    await this.requests.removeOld();
  }
}
