import type { Refusal } from '#kernel';
import { NotFound, nothingChanged, UnitOfWork, type Viewer, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { RegistrationMoves } from '../registrations/registration-moves.js';
import { RegistrationRepository } from '../registrations/registration.repository.js';
import { pathWhenSent } from '../registrations/registration.rules.js';
import { Delegation } from './delegation.entity.js';
import { DelegationAccredited, DelegationSubmitted } from './delegation.events.js';
import { requireHand, requireStaff } from './delegation.policy.js';
import { DelegationRepository } from './delegation.repository.js';
import { delegationRefusals, notOpen, wasSent } from './delegation.rules.js';
import { DelegationService } from './delegation.service.js';

/** Sending a delegation, and the organisers' yes to it as a whole. */
@Injectable()
export class SubmissionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly delegations: DelegationRepository,
    private readonly service: DelegationService,
    private readonly registrations: RegistrationRepository,
    private readonly moves: RegistrationMoves,
  ) {}

  /**
   * The focal point vouches for its people: each draft goes on its way, to confirmed unless the organisers review. Sending what was
   * sent changes nothing.
   */
  submit(viewer: Viewer, id: string): Promise<Delegation | Refusal> {
    return this.unitOfWork.run(async (work) => {
      const delegation = await this.locked(work, id);
      requireHand(viewer, delegation);
      const closed = notOpen(delegation.state);
      if (closed) return closed;
      if (wasSent(delegation.state)) return nothingChanged(delegation);
      return this.send(work, viewer, delegation);
    });
  }

  private async send(work: Work, viewer: Viewer, delegation: Delegation): Promise<Delegation | Refusal> {
    const people = await this.registrations.activeForChange(work.manager, delegation.id);
    if (people.length === 0) return delegationRefusals.DELEGATION_EMPTY({}, 'people.0.givenNames');
    const path = pathWhenSent(delegation.needsReview);
    for (const row of people) if (row.state === 'draft') await this.moves.move(work, viewer, row, path);
    await this.service.moveTo(work, viewer, delegation, 'submitted', 'submitDelegation');
    delegation.submittedAt = work.now;
    await work.manager.update(Delegation, { id: delegation.id }, { submittedAt: work.now });
    await work.record(DelegationSubmitted, { delegationId: delegation.id, submittedAt: work.now.toISOString() });
    return delegation;
  }

  /** The organisers accredit a sent delegation: everybody who is still under review is confirmed. */
  accredit(viewer: Viewer, id: string): Promise<Delegation | Refusal> {
    return this.unitOfWork.run(async (work) => {
      const delegation = await this.locked(work, id);
      requireStaff(viewer, delegation.eventId, 'registrations.change', 'delegation');
      if (delegation.state === 'accredited') return nothingChanged(delegation);
      if (delegation.state === 'closed') return delegationRefusals.DELEGATION_CLOSED();
      if (delegation.state !== 'submitted') return delegationRefusals.DELEGATION_NOT_SUBMITTED();
      for (const row of await this.registrations.activeForChange(work.manager, id)) {
        if (row.state === 'under_review') await this.moves.move(work, viewer, row, ['confirmed']);
      }
      await this.service.moveTo(work, viewer, delegation, 'accredited', 'accreditDelegation');
      await work.record(DelegationAccredited, { delegationId: id });
      return delegation;
    });
  }

  private async locked(work: Work, id: string): Promise<Delegation> {
    const delegation = await this.delegations.forChange(work.manager, id);
    if (!delegation) throw new NotFound('delegation');
    return delegation;
  }
}
