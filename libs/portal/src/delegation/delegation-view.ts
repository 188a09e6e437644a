import { InstitutionRepository, type Institution } from '#institutions';
import { MeetingBlockRepository } from '#meetings';
import { PersonRepository, type Person } from '#people';
import { NotFound, type LinkViewer } from '#platform';
import {
  DelegationService,
  EventCards,
  RegistrationRepository,
  type Delegation,
  type EventCard,
  type Registration,
} from '#registrations';
import { Injectable } from '@nestjs/common';

/** One line of the list. */
export interface Member {
  readonly registration: Registration;
  readonly person: Person;
}

/** All that the delegation's page shows. */
export interface DelegationView {
  readonly delegation: Delegation;
  readonly institution: Institution;
  readonly card: EventCard;
  readonly focalPoint: Person | null;
  readonly members: readonly Member[];
  /** Whether the event has meeting blocks, so that the institution can ask others for meetings. */
  readonly hasMeetings: boolean;
}

@Injectable()
export class DelegationViews {
  constructor(
    private readonly delegations: DelegationService,
    private readonly registrations: RegistrationRepository,
    private readonly institutions: InstitutionRepository,
    private readonly persons: PersonRepository,
    private readonly cards: EventCards,
    private readonly meetingBlocks: MeetingBlockRepository,
  ) {}

  async of(visitor: LinkViewer): Promise<DelegationView> {
    const delegation = await this.delegations.see(visitor, visitor.subjectId);
    const institution = await this.institutions.byId(delegation.institutionId);
    if (!institution) throw new NotFound('institution');
    const rows = await this.registrations.activeOf(delegation.id);
    const { focalPointPersonId } = delegation;
    const ids = rows.map(({ personId }) => personId);
    const persons = await this.persons.byIds(focalPointPersonId ? [...ids, focalPointPersonId] : ids);
    const members = rows.flatMap((registration) => {
      const person = persons.get(registration.personId);
      return person ? [{ registration, person }] : [];
    });
    const card = await this.cards.of(delegation.eventId);
    const hasMeetings = (await this.meetingBlocks.ofEvent(delegation.eventId)).length > 0;
    const focalPoint = persons.get(focalPointPersonId ?? '') ?? null;
    return { delegation, institution, card, focalPoint, members, hasMeetings };
  }
}
