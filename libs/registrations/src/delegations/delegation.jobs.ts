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
import { DelegationHandedOver, DelegationSubmitted, type DelegationFact } from './delegation.events.js';
import { delegationHandedOver, delegationSummary } from './delegation.mails.js';
import { DelegationRepository } from './delegation.repository.js';

const mailSummary = declareJob('mail-delegation-summary', DelegationSubmitted);
const mailHandOver = declareJob('mail-delegation-handed-over', DelegationHandedOver);

type Submitted = DelegationFact & { submittedAt: string };
type HandedOver = DelegationFact & { linkId: string };

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
  async summary({ delegationId, submittedAt }: Submitted, work: Work): Promise<void> {
    const letter = await this.letterOf(work, delegationId);
    if (!letter) return;
    const { delegation, basis, facts, event } = letter;
    await this.messages.queue(work, {
      ...basis,
      mail: delegationSummary,
      data: {
        ...facts,
        people: await this.peopleOf(work, delegation),
        quota: delegation.quota,
        days: { es: eventDays(event, 'es'), en: eventDays(event, 'en') },
        place: event.city,
        needsReview: delegation.needsReview,
      },
      dedupeKey: `delegation-summary:${delegationId}:${submittedAt}`,
    });
  }

  /** Says nothing of a handing over that another one followed: its link is not the delegation's any more. */
  @Handles(mailHandOver)
  async handOver({ delegationId, linkId }: HandedOver, work: Work): Promise<void> {
    const letter = await this.letterOf(work, delegationId);
    if (letter?.facts.linkId !== linkId) return;
    const { basis, facts } = letter;
    const dedupeKey = `delegation-handed-over:${linkId}`;
    await this.messages.queue(work, { ...basis, mail: delegationHandedOver, data: facts, dedupeKey });
  }

  /** Whom to write to about a delegation, and what every such mail says; null when there is nobody. */
  private async letterOf(work: Work, delegationId: string) {
    const delegation = await this.delegations.byId(delegationId, work.manager);
    if (!delegation?.focalPointPersonId || !delegation.linkId) return null;
    const focalPoint = await this.persons.byId(delegation.focalPointPersonId, work.manager);
    const institution = await work.manager.findOneBy(Institution, { id: delegation.institutionId });
    if (!focalPoint?.email || !institution) return null;
    const { event, name } = await this.cards.of(delegation.eventId, work.manager);
    const focalPointName = personName(focalPoint);
    const basis = {
      to: { name: focalPointName, address: focalPoint.email },
      personId: focalPoint.id,
      eventId: delegation.eventId,
      language: focalPoint.language,
    };
    const { linkId } = delegation;
    const { isDemonstration } = event;
    const facts = { eventName: name, isDemonstration, focalPointName, institutionName: institution.name, linkId };
    return { delegation, event, basis, facts };
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
