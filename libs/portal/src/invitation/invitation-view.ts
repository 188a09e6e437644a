import { InstitutionRepository } from '#institutions';
import { PersonRepository, type Person } from '#people';
import { NotFound, type LinkViewer } from '#platform';
import {
  DelegationRepository,
  EventCards,
  InvitationAnswerService,
  InvitationRepository,
  type Delegation,
  type EventCard,
  type Invitation,
} from '#registrations';
import { Injectable } from '@nestjs/common';

/** All that the invitation's page shows. */
export interface InvitationView {
  readonly invitation: Invitation;
  readonly card: EventCard;
  readonly person: Person;
  /** For a focal point: its delegation and whose it is. */
  readonly delegation: Delegation | null;
  readonly institutionName: string | null;
  /** To whom it was passed on. */
  readonly delegate: Person | null;
}

@Injectable()
export class InvitationViews {
  constructor(
    private readonly answers: InvitationAnswerService,
    private readonly invitations: InvitationRepository,
    private readonly delegations: DelegationRepository,
    private readonly institutions: InstitutionRepository,
    private readonly persons: PersonRepository,
    private readonly cards: EventCards,
  ) {}

  async of(visitor: LinkViewer): Promise<InvitationView> {
    const invitation = await this.answers.see(visitor, visitor.subjectId);
    const person = await this.persons.byId(invitation.personId);
    if (!person) throw new NotFound('person');
    const isFocalPoint = invitation.kind === 'focal_point' && invitation.subjectId !== null;
    const delegation = isFocalPoint ? await this.delegations.byId(invitation.subjectId ?? '') : null;
    const institution = delegation && (await this.institutions.byId(delegation.institutionId));
    return {
      invitation,
      card: await this.cards.of(invitation.eventId),
      person,
      delegation,
      institutionName: institution?.name ?? null,
      delegate: await this.delegateOf(invitation),
    };
  }

  private async delegateOf({ delegatedToId }: Invitation): Promise<Person | null> {
    const next = delegatedToId ? await this.invitations.byId(delegatedToId) : null;
    return next && this.persons.byId(next.personId);
  }
}
