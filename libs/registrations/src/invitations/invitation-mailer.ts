import { MessageService } from '#communications';
import { Institution } from '#institutions';
import { dayName, dayOf, type Words } from '#kernel';
import { personName, PersonRepository, type Person } from '#people';
import type { Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { DelegationRepository } from '../delegations/delegation.repository.js';
import { EventCards, type EventCard } from '../event-card/event-card.js';
import { eventDays } from '../event-card/event-days.rules.js';
import type { Invitation } from './invitation.entity.js';
import { mailKeyOf } from './invitation.rules.js';
import { focalPointInvitation, speakerInvitation } from './invitation.mails.js';

/** Makes the mail of an invitation from its rows. */
@Injectable()
export class InvitationMailer {
  constructor(
    private readonly messages: MessageService,
    private readonly cards: EventCards,
    private readonly persons: PersonRepository,
    private readonly delegations: DelegationRepository,
  ) {}

  async queue(work: Work, row: Invitation): Promise<void> {
    const person = await this.persons.byId(row.personId, work.manager);
    if (!person?.email || !row.linkId) throw new Error(`The invitation ${row.id} has nobody to go to`);
    const card = await this.cards.of(row.eventId, work.manager);
    const basis = {
      to: { name: personName(person), address: person.email },
      personId: person.id,
      eventId: row.eventId,
      language: person.language,
      dedupeKey: mailKeyOf(row),
      sendBefore: row.expiresAt,
    };
    const facts = factsOf(row, row.linkId, card, person);
    if (row.kind === 'speaker') {
      await this.messages.queue(work, {
        ...basis,
        mail: speakerInvitation,
        data: { ...facts, topic: row.topic ?? card.name },
      });
    } else {
      const data = { ...facts, ...(await this.delegationFacts(work, row.subjectId ?? '')) };
      await this.messages.queue(work, { ...basis, mail: focalPointInvitation, data });
    }
  }

  private async delegationFacts(work: Work, delegationId: string): Promise<{ institutionName: string; quota: number }> {
    const delegation = await this.delegations.byId(delegationId, work.manager);
    const institution = delegation && (await work.manager.findOneBy(Institution, { id: delegation.institutionId }));
    if (!institution) throw new Error(`The delegation ${delegationId} has no institution`);
    return { institutionName: institution.name, quota: delegation.quota };
  }
}

function factsOf(row: Invitation, linkId: string, { event, name, organizer }: EventCard, person: Person) {
  const inWords = (say: (language: 'es' | 'en') => string): Words => ({ es: say('es'), en: say('en') });
  const lastInstant = new Date(row.expiresAt.getTime() - 1);
  return {
    eventName: name,
    isDemonstration: event.isDemonstration,
    personName: personName(person),
    organizer,
    days: inWords((language) => eventDays(event, language)),
    place: event.city,
    answerBy: inWords((language) => dayName(dayOf(lastInstant, event.zone), language)),
    linkId,
  };
}
