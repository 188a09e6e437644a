import { isId, type Refusal } from '#kernel';
import { PersonRepository } from '#people';
import { AuditTrail, NotFound, nothingChanged, UnitOfWork, type Viewer, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { Delegation } from './delegation.entity.js';
import { DelegationLinks } from './delegation-links.js';
import { DelegationHandedOver } from './delegation.events.js';
import { requireStaff } from './delegation.policy.js';
import { DelegationRepository } from './delegation.repository.js';
import { delegationRefusals, notOpen } from './delegation.rules.js';

/** Hands a delegation from one focal point to another. */
@Injectable()
export class FocalPointService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly delegations: DelegationRepository,
    private readonly persons: PersonRepository,
    private readonly links: DelegationLinks,
    private readonly audit: AuditTrail,
  ) {}

  /** The former focal point's link opens nothing from now on; the new one gets a link of their own by mail. */
  change(viewer: Viewer, id: string, personId: string): Promise<Delegation | Refusal> {
    return this.unitOfWork.run(async (work) => {
      const delegation = await this.delegations.forChange(work.manager, id);
      if (!delegation) throw new NotFound('delegation');
      requireStaff(viewer, delegation.eventId, 'registrations.change', 'delegation');
      const closed = notOpen(delegation.state);
      if (closed) return closed;
      if (delegation.focalPointPersonId === personId) {
        nothingChanged();
        return delegation;
      }
      const person = isId(personId) ? await this.persons.byId(personId, work.manager) : null;
      if (!person) throw new NotFound('person');
      if (person.email === null) return delegationRefusals.FOCAL_POINT_WITHOUT_EMAIL({}, 'personId');
      return this.handOver(work, viewer, delegation, personId);
    });
  }

  private async handOver(work: Work, viewer: Viewer, delegation: Delegation, personId: string): Promise<Delegation> {
    const { id, eventId, focalPointPersonId: before } = delegation;
    await this.links.end(work, delegation);
    delegation.focalPointPersonId = personId;
    const linkId = await this.links.issue(work, delegation);
    delegation.linkId = linkId;
    await work.manager.update(Delegation, { id }, { focalPointPersonId: personId, linkId });
    const change = { before: { focalPointPersonId: before }, after: { focalPointPersonId: personId } };
    const subject = { subject: 'Delegation', subjectId: id, eventId };
    await this.audit.record(work, { viewer, action: 'changeFocalPoint', ...subject, ...change });
    await work.record(DelegationHandedOver, { delegationId: id, linkId });
    return delegation;
  }
}
