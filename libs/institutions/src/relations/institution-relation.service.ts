import { isRefusal, newId, type Refusal } from '#kernel';
import {
  AuditTrail,
  NotFound,
  nothingChanged,
  refusedBy,
  requireMay,
  UnitOfWork,
  type Viewer,
  type Work,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { InstitutionRepository } from '../institutions/institution.repository.js';
import { InstitutionRelation } from './institution-relation.entity.js';
import { InstitutionRelationRepository } from './institution-relation.repository.js';
import { relationFault, relationRefusals, type RelationKind } from './institution-relation.rules.js';

/** Read as a sentence: `institutionId` is `kind` `ofId`. */
export interface RelationDraft {
  readonly kind: RelationKind;
  readonly institutionId: string;
  readonly ofId: string;
}

@Injectable()
export class InstitutionRelationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly institutions: InstitutionRepository,
    private readonly relations: InstitutionRelationRepository,
    private readonly audit: AuditTrail,
  ) {}

  async relate(viewer: Viewer, { kind, institutionId, ofId }: RelationDraft): Promise<InstitutionRelation | Refusal> {
    requireMay(viewer, 'institutions.change');
    const rows = await this.institutions.byIds([institutionId, ofId]);
    const [institution, of] = [rows.get(institutionId), rows.get(ofId)];
    if (!institution || !of) throw new NotFound('institution');
    const fault = relationFault({ kind, institution, of });
    if (isRefusal(fault)) return fault;
    const refusals = { institution_relation_once: () => relationRefusals.RELATION_EXISTS({}, 'ofId') };
    return refusedBy(refusals, () =>
      this.unitOfWork.run(async (work) => {
        const row = work.manager.create(InstitutionRelation, { id: newId(), kind, institutionId, ofId });
        await work.manager.insert(InstitutionRelation, row);
        await this.note(work, viewer, row, 'relateInstitutions');
        return row;
      }),
    );
  }

  /** False when there was no such relation. */
  unrelate(viewer: Viewer, { kind, institutionId, ofId }: RelationDraft): Promise<boolean> {
    requireMay(viewer, 'institutions.change');
    return this.unitOfWork.run(async (work) => {
      const row = await this.relations.forChange(work.manager, kind, { institutionId, ofId });
      if (!row) return nothingChanged(false);
      await work.manager.delete(InstitutionRelation, { id: row.id });
      await this.note(work, viewer, row, 'unrelateInstitutions');
      return true;
    });
  }

  private note(work: Work, viewer: Viewer, row: InstitutionRelation, action: string): Promise<void> {
    const { id: subjectId, kind, institutionId, ofId } = row;
    const said = { kind, institutionId, ofId };
    const states = action === 'relateInstitutions' ? { after: said } : { before: said };
    return this.audit.record(work, { viewer, action, subject: 'InstitutionRelation', subjectId, ...states });
  }
}
