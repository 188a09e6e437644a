import { isRefusal, type Refusal } from '#kernel';
import { Person, PersonService, type PersonDraft } from '#people';
import { cameByLink, NotFound, nothingChanged, UnitOfWork, type Viewer, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { DelegationRepository } from '../delegations/delegation.repository.js';
import { DelegationService } from '../delegations/delegation.service.js';
import { Invitation } from './invitation.entity.js';
import { InvitationAccepted, InvitationDeclined, InvitationDelegated } from './invitation.events.js';
import { InvitationRepository } from './invitation.repository.js';
import { invitationRefusals, notAnswerable } from './invitation.rules.js';
import { InvitationSender } from './invitation-sender.js';

/** What the invited person answers, by the link of the invitation alone. The same answer twice changes nothing. */
@Injectable()
export class InvitationAnswerService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly invitations: InvitationRepository,
    private readonly delegations: DelegationRepository,
    private readonly delegationService: DelegationService,
    private readonly people: PersonService,
    private readonly sender: InvitationSender,
  ) {}

  async see(viewer: Viewer, id: string): Promise<Invitation> {
    const row = cameByLink(viewer, 'invitation', id) ? await this.invitations.byId(id) : null;
    if (!row) throw new NotFound('invitation');
    return row;
  }

  /** A focal point's yes opens the delegation and makes its page's link. */
  accept(viewer: Viewer, id: string): Promise<Invitation | Refusal> {
    return this.answer(viewer, id, async (work, row) => {
      if (row.state === 'accepted') return nothingChanged(row);
      const closed = notAnswerable(row.state, row.expiresAt, work.now);
      if (closed) return closed;
      const refusal = row.kind === 'focal_point' ? await this.openDelegation(work, viewer, row) : null;
      if (refusal) return refusal;
      await this.sender.move(work, viewer, row, 'accepted', InvitationAccepted, 'acceptInvitation');
      return row;
    });
  }

  private async openDelegation(work: Work, viewer: Viewer, row: Invitation): Promise<Refusal | null> {
    const delegation = await this.delegations.forChange(work.manager, row.subjectId ?? '');
    if (!delegation) throw new NotFound('delegation');
    if (delegation.state === 'closed') return invitationRefusals.INVITATION_REVOKED();
    await this.delegationService.openFor(work, viewer, delegation, row.personId);
    return null;
  }

  decline(viewer: Viewer, id: string): Promise<Invitation | Refusal> {
    return this.answer(viewer, id, async (work, row) => {
      if (row.state === 'declined') return nothingChanged(row);
      const closed = notAnswerable(row.state, row.expiresAt, work.now);
      if (closed) return closed;
      await this.sender.move(work, viewer, row, 'declined', InvitationDeclined, 'declineInvitation');
      return row;
    });
  }

  /** Passes the invitation on to somebody else, who gets one of their own. Whoever passed it on has answered with that. */
  delegate(viewer: Viewer, id: string, draft: PersonDraft): Promise<Invitation | Refusal> {
    return this.answer(viewer, id, async (work, row) => {
      const closed = notAnswerable(row.state, row.expiresAt, work.now);
      if (closed) return closed;
      const { organizationId } = await work.manager.findOneByOrFail(Person, { id: row.personId });
      const language = draft.language ?? viewer.language;
      const person = await this.people.add(work, { ...draft, language, organizationId });
      if (isRefusal(person)) return person;
      if (person.email === null) return invitationRefusals.DELEGATE_WITHOUT_EMAIL({}, 'email');
      const { eventId, kind, subjectId, topic, expiresAt } = row;
      const next = await this.sender.send(work, viewer, {
        eventId,
        kind,
        personId: person.id,
        subjectId,
        topic,
        expiresAt,
      });
      row.delegatedToId = next.id;
      await this.sender.move(work, viewer, row, 'delegated', InvitationDelegated, 'delegateInvitation');
      return row;
    });
  }

  /** For strangers, and for who came by another invitation's link, there is no such row. */
  private answer(
    viewer: Viewer,
    id: string,
    body: (work: Work, row: Invitation) => Promise<Invitation | Refusal>,
  ): Promise<Invitation | Refusal> {
    return this.unitOfWork.run(async (work) => {
      const row = cameByLink(viewer, 'invitation', id) ? await this.invitations.forChange(work.manager, id) : null;
      if (!row) throw new NotFound('invitation');
      return body(work, row);
    });
  }
}
