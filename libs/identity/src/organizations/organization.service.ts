import { newId, tidyLine, type Refusal } from '#kernel';
import { may, NotFound, refusedBy, requireMay, UnitOfWork, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import { Organization } from './organization.entity.js';
import { OrganizationRepository } from './organization.repository.js';
import { organizationFault, organizationRefusals } from './organization.rules.js';

@Injectable()
export class OrganizationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: OrganizationRepository,
    private readonly audit: AuditService,
  ) {}

  /** Administrators of the platform. Its first owner is given the role afterwards. */
  async create(viewer: Viewer, draft: { name: string; isDemonstration?: boolean }): Promise<Organization | Refusal> {
    requireMay(viewer, 'organizations.change');
    const name = tidyLine(draft.name);
    const fault = organizationFault(name);
    if (fault) return fault;
    return this.unlessTaken(() =>
      this.unitOfWork.run(async (work) => {
        const isDemonstration = draft.isDemonstration ?? false;
        const row = work.manager.create(Organization, { id: newId(), name, isDemonstration, createdAt: work.now });
        await work.manager.insert(Organization, row);
        const deed = { viewer, action: 'createOrganization', subject: 'Organization', subjectId: row.id };
        await this.audit.record(work, { ...deed, organizationId: row.id, after: { name } });
        return row;
      }),
    );
  }

  /** Its owners. */
  async rename(viewer: Viewer, id: string, wished: string): Promise<Organization | Refusal> {
    const name = tidyLine(wished);
    return this.unlessTaken(() =>
      this.unitOfWork.run(async (work) => {
        const row = await this.organizations.forChange(work.manager, id);
        if (!row || !may(viewer, 'organization.read', { organizationId: id })) throw new NotFound('organisation');
        requireMay(viewer, 'organization.change', { organizationId: id });
        const fault = organizationFault(name);
        if (fault) return fault;
        const before = { name: row.name };
        const saved = await work.manager.save(Organization, Object.assign(row, { name }));
        const deed = { viewer, action: 'renameOrganization', subject: 'Organization', subjectId: id };
        await this.audit.record(work, { ...deed, organizationId: id, before, after: { name } });
        return saved;
      }),
    );
  }

  private unlessTaken(body: () => Promise<Organization | Refusal>): Promise<Organization | Refusal> {
    return refusedBy({ organization_name: () => organizationRefusals.ORGANIZATION_NAME_TAKEN({}, 'name') }, body);
  }
}
