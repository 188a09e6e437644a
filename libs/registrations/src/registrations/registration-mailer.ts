import { calendarOf, MessageService, type CalendarPart } from '#communications';
import { Institution } from '#institutions';
import { dayName, dayOf, nextDay, startOfDay, timeOf, zoneName, type Language } from '#kernel';
import { personName, PersonRepository, type Person } from '#people';
import { Config, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import type { Delegation } from '../delegations/delegation.entity.js';
import { DelegationRepository } from '../delegations/delegation.repository.js';
import { EventCards, type EventCard } from '../event-card/event-card.js';
import { eventDays } from '../event-card/event-days.rules.js';
import type { Registration } from './registration.entity.js';
import {
  registrationCancelled,
  registrationConfirmed,
  seatOffered,
  type RegistrationMail,
} from './registration.mails.js';

interface Surroundings {
  readonly card: EventCard;
  readonly delegation: Delegation;
  readonly institutionName: string;
}

const words = { es: 'Delegación: {name}', en: 'Delegation: {name}' } as const;

/** Makes the mails about one registration from its rows. Whoever has no e-mail gets none: the focal point's summary names them. */
@Injectable()
export class RegistrationMailer {
  constructor(
    private readonly messages: MessageService,
    private readonly cards: EventCards,
    private readonly persons: PersonRepository,
    private readonly delegations: DelegationRepository,
    private readonly config: Config,
  ) {}

  /** One per registration: two people who share an e-mail each get theirs. */
  async confirmed(work: Work, row: Registration): Promise<void> {
    await this.toPerson(work, row, 'REQUEST');
  }

  async ended(work: Work, row: Registration): Promise<void> {
    await this.toPerson(work, row, 'CANCEL');
  }

  private async toPerson(work: Work, row: Registration, method: 'REQUEST' | 'CANCEL'): Promise<void> {
    const person = await this.persons.byId(row.personId, work.manager);
    if (!person?.email) return;
    const around = await this.around(work, row);
    await this.messages.queue(work, {
      mail: method === 'REQUEST' ? registrationConfirmed : registrationCancelled,
      to: { name: personName(person), address: person.email },
      personId: person.id,
      eventId: row.eventId,
      language: person.language,
      data: dataOf(row, person, around),
      dedupeKey: `registration:${row.id}:${row.calendarSequence}`,
      calendar: this.calendar(row, person, person.email, around, method, work.now),
    });
  }

  /** The whole event as one entry, so that people see its days as taken. */
  private calendar(
    row: Registration,
    person: Person,
    address: string,
    { card, institutionName }: Surroundings,
    method: 'REQUEST' | 'CANCEL',
    now: Date,
  ): CalendarPart {
    const { startsOn, endsOn, zone, city } = card.event;
    return calendarOf({
      uid: `registration-${row.id}@${new URL(this.config.publicUrl).hostname}`,
      sequence: row.calendarSequence,
      method,
      start: startOfDay(startsOn, zone),
      end: startOfDay(nextDay(endsOn), zone),
      zone,
      summary: card.name,
      description: words[person.language].replace('{name}', institutionName),
      location: city,
      organizer: { name: card.organizer, address: this.config.mailFrom },
      attendee: { name: personName(person), address },
      now,
    });
  }

  /** Goes to the focal point, who accepts on the delegation's page. */
  async offered(work: Work, row: Registration): Promise<void> {
    const around = await this.around(work, row);
    const { focalPointPersonId, linkId } = around.delegation;
    const focalPoint = focalPointPersonId ? await this.persons.byId(focalPointPersonId, work.manager) : null;
    const person = await this.persons.byId(row.personId, work.manager);
    const until = row.offerExpiresAt;
    if (!focalPoint?.email || !person || !linkId || !until) return;
    const { zone, isDemonstration } = around.card.event;
    const say = (language: Language) =>
      `${dayName(dayOf(until, zone), language)}, ${timeOf(until, zone)}, ${zoneName(zone, until, language)}`;
    await this.messages.queue(work, {
      mail: seatOffered,
      to: { name: personName(focalPoint), address: focalPoint.email },
      personId: focalPoint.id,
      eventId: row.eventId,
      language: focalPoint.language,
      data: {
        eventName: around.card.name,
        isDemonstration,
        focalPointName: personName(focalPoint),
        personName: personName(person),
        institutionName: around.institutionName,
        keptUntil: { es: say('es'), en: say('en') },
        linkId,
      },
      dedupeKey: `seat-offered:${row.id}:${until.toISOString()}`,
      sendBefore: until,
    });
  }

  private async around({ manager }: Work, { eventId, delegationId }: Registration): Promise<Surroundings> {
    const card = await this.cards.of(eventId, manager);
    const delegation = await this.delegations.byId(delegationId, manager);
    const institution = delegation && (await manager.findOneBy(Institution, { id: delegation.institutionId }));
    if (!institution) throw new Error(`The delegation ${delegationId} has no institution`);
    return { card, delegation, institutionName: institution.name };
  }
}

function dataOf(row: Registration, person: Person, { card, institutionName }: Surroundings): RegistrationMail {
  return {
    eventName: card.name,
    isDemonstration: card.event.isDemonstration,
    personName: personName(person),
    positionTitle: row.positionTitle,
    institutionName,
    days: { es: eventDays(card.event, 'es'), en: eventDays(card.event, 'en') },
    place: card.event.city,
  };
}
