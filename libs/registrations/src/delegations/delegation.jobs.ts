import { MessageService } from '#communications';
import { Institution } from '#institutions';
import { Person, personName, PersonRepository } from '#people';
import { declareJob, Handles, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { EventCards } from '../event-card/event-card.js';
import { eventDays } from '../event-card/event-days.rules.js';
import { RegistrationRepository } from '../registrations/registration.repository.js';
import { holdsSeat } from '../registrations/registration.rules.js';
import type { Delegation } from './delegation.entity.js';
import { DelegationSubmitted } from './delegation.events.js';
import { delegationSummary } from './delegation.mails.js';
import { DelegationRepository } from './delegation.repository.js';

const mailSummary = declareJob('mail-delegation-summary', DelegationSubmitted);

@Injectable()
export class DelegationJobs {
  constructor(
    private readonly messages: MessageService,
    private readonly cards: EventCards,
    private readonly delegations: DelegationRepository,
    private readonly persons: PersonRepository,
    private readonly registrations: RegistrationRepository,
  ) {}

  /** A delegation that the organisers sent for an institution without a focal point has nobody to write to. */
  @Handles(mailSummary)
  async summary(
    { delegationId, submittedAt }: { delegationId: string; submittedAt: string },
    work: Work,
  ): Promise<void> {
    const delegation = await this.delegations.byId(delegationId, work.manager);
    if (!delegation?.focalPointPersonId || !delegation.linkId) return;
    const focalPoint = await this.persons.byId(delegation.focalPointPersonId, work.manager);
    const institution = await work.manager.findOneBy(Institution, { id: delegation.institutionId });
    if (!focalPoint?.email || !institution) return;
    const { event, name } = await this.cards.of(delegation.eventId, work.manager);
    await this.messages.queue(work, {
      mail: delegationSummary,
      to: { name: personName(focalPoint), address: focalPoint.email },
      personId: focalPoint.id,
      eventId: delegation.eventId,
      language: focalPoint.language,
      data: {
        eventName: name,
        isDemonstration: event.isDemonstration,
        focalPointName: personName(focalPoint),
        institutionName: institution.name,
        people: await this.peopleOf(work, delegation),
        quota: delegation.quota,
        days: { es: eventDays(event, 'es'), en: eventDays(event, 'en') },
        place: event.city,
        needsReview: delegation.needsReview,
        linkId: delegation.linkId,
      },
      dedupeKey: `delegation-summary:${delegationId}:${submittedAt}`,
    });
  }

  private async peopleOf(work: Work, delegation: Delegation): Promise<string[]> {
    const rows = (await this.registrations.activeOf(delegation.id, work.manager)).filter(({ state }) =>
      holdsSeat(state),
    );
    const found = await work.manager.findBy(Person, { id: In(rows.map(({ personId }) => personId)) });
    const persons = new Map(found.map((person) => [person.id, person]));
    return rows.flatMap(({ personId, positionTitle }) => {
      const person = persons.get(personId);
      return person ? [`${personName(person)}, ${positionTitle}`] : [];
    });
  }
}
