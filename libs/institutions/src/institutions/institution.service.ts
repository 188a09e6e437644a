import { isRefusal, newId, type Refusal } from '#kernel';
import {
  AuditTrail,
  difference,
  NotFound,
  refusedBy,
  requireRoleSomewhere,
  UnitOfWork,
  type Viewer,
  type Work,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { Institution } from './institution.entity.js';
import { InstitutionRepository } from './institution.repository.js';
import { faultOf, institutionRefusals, tidied, unknownTerritory, type InstitutionDraft } from './institution.rules.js';

/** Rows of one statement. */
const batchSize = 500;

/** Institutions belong to no event: whoever organises one may describe them. */
@Injectable()
export class InstitutionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly institutions: InstitutionRepository,
    private readonly audit: AuditTrail,
  ) {}

  async create(viewer: Viewer, draft: InstitutionDraft): Promise<Institution | Refusal> {
    requireRoleSomewhere(viewer, 'organiser');
    const fields = tidied(draft);
    const fault = faultOf(fields);
    if (isRefusal(fault)) return fault;
    return this.orRefusal(fields, async (work) => {
      const row = work.manager.create(Institution, { ...fields, id: newId(), createdAt: work.now });
      await work.manager.insert(Institution, row);
      const subject = { subject: 'Institution', subjectId: row.id };
      await this.audit.record(work, { viewer, action: 'createInstitution', ...subject, ...difference(null, row) });
      return row;
    });
  }

  async update(viewer: Viewer, id: string, draft: InstitutionDraft): Promise<Institution | Refusal> {
    requireRoleSomewhere(viewer, 'organiser');
    const fields = tidied(draft);
    const fault = faultOf(fields);
    if (isRefusal(fault)) return fault;
    return this.orRefusal(fields, async (work) => {
      const row = await this.institutions.forChange(work.manager, id);
      if (!row) throw new NotFound('institution');
      const isDemonstration = draft.isDemonstration ?? row.isDemonstration;
      const before = { ...row };
      const saved = await work.manager.save(Institution, Object.assign(row, { ...fields, isDemonstration }));
      const subject = { subject: 'Institution', subjectId: id };
      await this.audit.record(work, { viewer, action: 'updateInstitution', ...subject, ...difference(before, saved) });
      return saved;
    });
  }

  /** Inside the caller's unit of work, many that were judged already; answers their ids. */
  async addMany(
    work: Work,
    drafts: readonly Required<InstitutionDraft>[],
    progress: (made: number) => Promise<void>,
  ): Promise<string[]> {
    const rows = drafts.map((draft) => ({ ...draft, id: newId(), createdAt: work.now }));
    for (let made = 0; made < rows.length; made += batchSize) {
      await work.manager.insert(Institution, rows.slice(made, made + batchSize));
      await progress(Math.min(made + batchSize, rows.length));
    }
    return rows.map(({ id }) => id);
  }

  private orRefusal(
    fields: Required<InstitutionDraft>,
    body: (work: Work) => Promise<Institution>,
  ): Promise<Institution | Refusal> {
    const refusals = {
      institution_once: () => institutionRefusals.INSTITUTION_EXISTS({}, 'name'),
      institution_territory: () => unknownTerritory(fields),
    };
    return refusedBy(refusals, () => this.unitOfWork.run(body));
  }
}
