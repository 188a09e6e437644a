import { isRefusal, newId, type Refusal } from '#kernel';
import {
  AuditTrail,
  difference,
  NotFound,
  nothingChanged,
  refusedBy,
  requireMay,
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

/** Institutions are a directory that all organisations share: whoever organises anything may describe them. */
@Injectable()
export class InstitutionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly institutions: InstitutionRepository,
    private readonly audit: AuditTrail,
  ) {}

  async create(viewer: Viewer, draft: InstitutionDraft): Promise<Institution | Refusal> {
    requireMay(viewer, 'institutions.change');
    const fields = tidied(draft);
    const fault = faultOf(fields);
    if (isRefusal(fault)) return fault;
    return this.orRefusal(fields, async (work) => {
      const row = work.manager.create(Institution, { ...fields, id: newId(), createdAt: work.now, archivedAt: null });
      await work.manager.insert(Institution, row);
      await this.note(work, viewer, 'createInstitution', null, row);
      return row;
    });
  }

  async update(viewer: Viewer, id: string, draft: InstitutionDraft): Promise<Institution | Refusal> {
    requireMay(viewer, 'institutions.change');
    const fields = tidied(draft);
    const fault = faultOf(fields);
    if (isRefusal(fault)) return fault;
    return this.orRefusal(fields, async (work) => {
      const row = await this.institutions.forChange(work.manager, id);
      if (!row) throw new NotFound('institution');
      const isDemonstration = draft.isDemonstration ?? row.isDemonstration;
      const before = { ...row };
      const saved = await work.manager.save(Institution, Object.assign(row, { ...fields, isDemonstration }));
      await this.note(work, viewer, 'updateInstitution', before, saved);
      return saved;
    });
  }

  /** From now on it is not offered any more; what refers to it stays. */
  archive(viewer: Viewer, id: string): Promise<Institution> {
    return this.mark(viewer, id, 'archiveInstitution');
  }

  restore(viewer: Viewer, id: string): Promise<Institution> {
    return this.mark(viewer, id, 'restoreInstitution');
  }

  private mark(viewer: Viewer, id: string, action: 'archiveInstitution' | 'restoreInstitution'): Promise<Institution> {
    requireMay(viewer, 'institutions.change');
    return this.unitOfWork.run(async (work) => {
      const row = await this.institutions.forChange(work.manager, id);
      if (!row) throw new NotFound('institution');
      const isArchiving = action === 'archiveInstitution';
      if (isArchiving === (row.archivedAt !== null)) {
        nothingChanged();
        return row;
      }
      const before = { ...row };
      const saved = await work.manager.save(
        Institution,
        Object.assign(row, { archivedAt: isArchiving ? work.now : null }),
      );
      await this.note(work, viewer, action, before, saved);
      return saved;
    });
  }

  /** Inside the caller's unit of work, many that were judged already; answers their ids. */
  async addMany(
    work: Work,
    drafts: readonly Required<InstitutionDraft>[],
    progress: (made: number) => Promise<void>,
  ): Promise<string[]> {
    const rows = drafts.map((draft) => ({ ...draft, id: newId(), createdAt: work.now, archivedAt: null }));
    for (let made = 0; made < rows.length; made += batchSize) {
      await work.manager.insert(Institution, rows.slice(made, made + batchSize));
      await progress(Math.min(made + batchSize, rows.length));
    }
    return rows.map(({ id }) => id);
  }

  private note(
    work: Work,
    viewer: Viewer,
    action: string,
    before: Institution | null,
    after: Institution,
  ): Promise<void> {
    const subject = { subject: 'Institution', subjectId: after.id };
    return this.audit.record(work, { viewer, action, ...subject, ...difference(before, after) });
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
