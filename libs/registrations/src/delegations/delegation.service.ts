import { newId, type Refusal } from '#kernel';
import { AuditService } from '#identity';
import { NotFound, nothingChanged, UnitOfWork, violatedConstraint, type Viewer, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { SeatsFreed } from '../registrations/registration.events.js';
import { DelegationClosed, DelegationCreated, DelegationOpened, DelegationQuotaChanged } from './delegation.events.js';
import { Delegation } from './delegation.entity.js';
import { DelegationLinks } from './delegation-links.js';
import { requireSight, requireStaff } from './delegation.policy.js';
import { DelegationRepository } from './delegation.repository.js';
import { badQuota, delegationLifecycle, delegationRefusals, type DelegationState } from './delegation.rules.js';

export interface DelegationDraft {
  readonly eventId: string;
  readonly institutionId: string;
  readonly quota: number;
  readonly needsReview?: boolean;
}

/** The organisers' side of a delegation: granting it, opening it, bounding it, closing it. */
@Injectable()
export class DelegationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly delegations: DelegationRepository,
    private readonly links: DelegationLinks,
    private readonly audit: AuditService,
  ) {}

  /** The delegation, for whoever may see it; NotFound for everybody else. */
  async see(viewer: Viewer, id: string): Promise<Delegation> {
    const delegation = await this.delegations.byId(id);
    if (!delegation) throw new NotFound('delegation');
    requireSight(viewer, delegation);
    return delegation;
  }

  async create(viewer: Viewer, draft: DelegationDraft): Promise<Delegation | Refusal> {
    requireStaff(viewer, draft.eventId, 'registrations.change', 'event');
    const fault = badQuota(draft.quota, 'quota');
    if (fault) return fault;
    try {
      return await this.unitOfWork.run((work) => this.add(work, viewer, draft, 'createDelegation'));
    } catch (error) {
      const constraint = violatedConstraint(error);
      if (constraint === 'delegation_once') return delegationRefusals.DELEGATION_EXISTS({}, 'institutionId');
      if (constraint === 'delegation_institution_id_fkey') throw new NotFound('institution');
      if (constraint === 'delegation_event_id_fkey') throw new NotFound('event');
      throw error;
    }
  }

  /** Inside the caller's unit of work, after the caller's checks. */
  async add(work: Work, viewer: Viewer, draft: DelegationDraft, verb = 'delegation.granted'): Promise<Delegation> {
    const row = work.manager.create(Delegation, {
      id: newId(),
      eventId: draft.eventId,
      institutionId: draft.institutionId,
      quota: draft.quota,
      taken: 0,
      focalPointPersonId: null,
      state: 'invited',
      needsReview: draft.needsReview ?? false,
      linkId: null,
      createdAt: work.now,
      submittedAt: null,
    });
    await work.manager.insert(Delegation, row);
    await this.note(work, viewer, row, verb, { quota: row.quota });
    await work.record(DelegationCreated, { delegationId: row.id });
    return row;
  }

  /** Organisers take a delegation in hand whose focal point did not answer. Opening twice changes nothing. */
  open(viewer: Viewer, id: string): Promise<Delegation | Refusal> {
    return this.change(viewer, id, async (work, delegation) => {
      if (delegation.state === 'closed') return delegationRefusals.DELEGATION_CLOSED();
      if (delegation.state !== 'invited') nothingChanged(delegation);
      return this.openFor(work, viewer, delegation, delegation.focalPointPersonId, 'openDelegation');
    });
  }

  /** Inside the caller's unit of work, on a locked row: gives the delegation its focal point, its page's link, and opens it. */
  async openFor(
    work: Work,
    viewer: Viewer,
    delegation: Delegation,
    focalPointPersonId: string | null,
    verb = 'delegation.opened',
  ): Promise<Delegation> {
    const isNewFocalPoint = delegation.focalPointPersonId !== focalPointPersonId;
    delegation.focalPointPersonId = focalPointPersonId;
    if (isNewFocalPoint) await this.links.readdress(work, delegation);
    delegation.linkId ??= await this.links.issue(work, delegation);
    const { id, linkId } = delegation;
    const isOpening = delegation.state === 'invited';
    if (isOpening) delegation.state = 'opened';
    await work.manager.update(Delegation, { id }, { focalPointPersonId, linkId, state: delegation.state });
    if (isOpening) await work.record(DelegationOpened, { delegationId: id });
    if (isOpening || isNewFocalPoint) await this.note(work, viewer, delegation, verb, { state: delegation.state });
    return delegation;
  }

  /** Seats beyond the old quota are offered to those who wait. */
  changeQuota(viewer: Viewer, id: string, quota: number): Promise<Delegation | Refusal> {
    return this.change(viewer, id, async (work, delegation) => {
      const fault = badQuota(quota, 'quota');
      if (fault) return fault;
      if (quota < delegation.taken) return delegationRefusals.QUOTA_BELOW_TAKEN({ taken: delegation.taken }, 'quota');
      const { quota: before, eventId } = delegation;
      delegation.quota = quota;
      await work.manager.update(Delegation, { id }, { quota });
      await this.note(work, viewer, delegation, 'changeQuota', { quota }, { quota: before });
      await work.record(DelegationQuotaChanged, { delegationId: id });
      if (quota > before) await work.record(SeatsFreed, { eventId });
      return delegation;
    });
  }

  /** From now on nobody is added or taken off by the delegation, and its link opens nothing. */
  close(viewer: Viewer, id: string): Promise<Delegation | Refusal> {
    return this.change(viewer, id, async (work, delegation) => {
      if (delegation.state === 'closed') return nothingChanged(delegation);
      await this.links.end(work, delegation);
      await this.moveTo(work, viewer, delegation, 'closed', 'closeDelegation');
      await work.record(DelegationClosed, { delegationId: id });
      return delegation;
    });
  }

  /** Inside the caller's unit of work, on a locked row; throws when the lifecycle has no such move. */
  async moveTo(
    work: Work,
    viewer: Viewer,
    delegation: Delegation,
    state: DelegationState,
    action: string,
  ): Promise<void> {
    const before = delegation.state;
    if (!delegationLifecycle.allows(before, state))
      throw new Error(`A delegation does not go from ${before} to ${state}`);
    delegation.state = state;
    await work.manager.update(Delegation, { id: delegation.id }, { state });
    await this.note(work, viewer, delegation, action, { state }, { state: before });
  }

  private change(
    viewer: Viewer,
    id: string,
    body: (work: Work, delegation: Delegation) => Promise<Delegation | Refusal>,
  ): Promise<Delegation | Refusal> {
    return this.unitOfWork.run(async (work) => {
      const delegation = await this.delegations.forChange(work.manager, id);
      if (!delegation) throw new NotFound('delegation');
      requireStaff(viewer, delegation.eventId, 'registrations.change', 'delegation');
      return body(work, delegation);
    });
  }

  private note(
    work: Work,
    viewer: Viewer,
    { id, eventId }: Delegation,
    action: string,
    after: Record<string, unknown>,
    before?: Record<string, unknown>,
  ): Promise<void> {
    return this.audit.record(work, { viewer, action, subject: 'Delegation', subjectId: id, eventId, before, after });
  }
}
