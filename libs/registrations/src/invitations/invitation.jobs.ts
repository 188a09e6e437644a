import { declareJob, Handles, Sweep, theSystem, UnitOfWork, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { DelegationOpened } from '../delegations/delegation.events.js';
import { Invitation } from './invitation.entity.js';
import { InvitationAcceptedOtherWay, InvitationExpired, InvitationQueued } from './invitation.events.js';
import { InvitationMailer } from './invitation-mailer.js';
import { InvitationRepository } from './invitation.repository.js';
import { InvitationSender } from './invitation-sender.js';

const mailInvitation = declareJob('mail-invitation', InvitationQueued);
const settleOtherInvitations = declareJob('settle-other-invitations', DelegationOpened);

@Injectable()
export class InvitationJobs {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly invitations: InvitationRepository,
    private readonly sender: InvitationSender,
    private readonly mailer: InvitationMailer,
  ) {}

  /** `sent` means that its mail is on its way; what became of the mail is told by the message. */
  @Handles(mailInvitation)
  async mail({ invitationId, sends }: { invitationId: string; sends: string }, work: Work): Promise<void> {
    const row = await this.invitations.forChange(work.manager, invitationId);
    if (row?.state !== 'queued' || String(row.sends) !== sends) return;
    await this.mailer.queue(work, row);
    await work.manager.update(Invitation, { id: row.id }, { state: 'sent' });
  }

  /** Whoever was also asked to be the focal point of a delegation that is open by now need not answer any more. */
  @Handles(settleOtherInvitations)
  async settle({ delegationId }: { delegationId: string }, work: Work): Promise<void> {
    for (const row of await this.invitations.unansweredOf(work.manager, delegationId)) {
      await this.sender.move(work, theSystem, row, 'accepted_other_way', InvitationAcceptedOtherWay);
    }
  }

  @Sweep({ everySeconds: 60 })
  async expire(): Promise<void> {
    await this.unitOfWork.run(async (work) => {
      for (const row of await this.invitations.lapsed(work.manager, work.now)) {
        await this.sender.move(work, theSystem, row, 'expired', InvitationExpired);
      }
    });
  }
}
