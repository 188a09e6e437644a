import { EventRepository } from '#events';
import { Person, PersonRepository, type PersonDraft } from '#people';
import type { Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { InvitationRepository } from '../invitations/invitation.repository.js';
import type { Delegation } from './delegation.entity.js';
import { DelegationRepository } from './delegation.repository.js';

/** A delegation as it stands, and who was asked for it. */
export interface GrantedDelegation {
  readonly delegation: Delegation;
  /** Its focal point, and whoever is invited to be it. */
  readonly asked: readonly Person[];
  /** Whether an invitation waits for its answer. */
  readonly waits: boolean;
}

/** What a file that grants delegations may find there already. */
@Injectable()
export class GrantedDelegations {
  constructor(
    private readonly delegations: DelegationRepository,
    private readonly invitations: InvitationRepository,
    private readonly events: EventRepository,
    private readonly persons: PersonRepository,
  ) {}

  async to({ manager }: Work, eventId: string, institutionId: string): Promise<GrantedDelegation | null> {
    const found = await this.delegations.ofInstitutions(manager, eventId, [institutionId]);
    const delegation = found.get(institutionId);
    if (!delegation) return null;
    const waiting = await this.invitations.unansweredOf(manager, delegation.id);
    const ids = [delegation.focalPointPersonId, ...waiting.map(({ personId }) => personId)].filter((id) => id !== null);
    const asked = await manager.findBy(Person, { id: In(ids) });
    return { delegation, asked, waits: waiting.length > 0 };
  }

  /** Whoever of the event's organisation is meant by these names and this address already. */
  async known({ manager }: Work, eventId: string, contact: PersonDraft): Promise<Person | null> {
    const event = await this.events.byId(eventId, manager);
    return event && this.persons.namesake(event.organizationId, contact, manager);
  }
}
