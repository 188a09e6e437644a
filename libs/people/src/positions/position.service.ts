import { isId, isRefusal, newId, type Refusal } from '#kernel';
import {
  AuditTrail,
  difference,
  may,
  NotFound,
  nothingChanged,
  requireMay,
  UnitOfWork,
  violatedConstraint,
  type Viewer,
  type Work,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { PersonRepository } from '../persons/person.repository.js';
import { Position } from './position.entity.js';
import { PositionRepository } from './position.repository.js';
import { positionFault, tidiedPosition, type PositionDraft } from './position.rules.js';

@Injectable()
export class PositionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly positions: PositionRepository,
    private readonly audit: AuditTrail,
    private readonly persons: PersonRepository,
  ) {}

  create(viewer: Viewer, draft: PositionDraft): Promise<Position | Refusal> {
    return this.known(() =>
      this.unitOfWork.run(async (work) => {
        const person = await this.persons.byId(draft.personId, work.manager);
        if (!person || !may(viewer, 'people.read', person)) throw new NotFound('person');
        requireMay(viewer, 'people.change', person);
        const position = await this.add(work, draft);
        if (!isRefusal(position)) await this.note(work, viewer, 'createPosition', null, position);
        return position;
      }),
    );
  }

  /** A person and an institution of a position never change: that would be another position. */
  update(
    viewer: Viewer,
    id: string,
    change: Omit<PositionDraft, 'personId' | 'institutionId'>,
  ): Promise<Position | Refusal> {
    return this.unitOfWork.run(async (work) => {
      const row = await this.positions.forChange(work.manager, id);
      if (!row || !may(viewer, 'people.read', row)) throw new NotFound('position');
      requireMay(viewer, 'people.change', row);
      const fields = tidiedPosition({ ...change, personId: row.personId, institutionId: row.institutionId });
      const fault = positionFault(fields);
      if (isRefusal(fault)) return fault;
      const before = { ...row };
      const saved = await work.manager.save(Position, Object.assign(row, fields));
      await this.note(work, viewer, 'updatePosition', before, saved);
      return saved;
    });
  }

  /** It was never so: somebody wrote it by mistake. What ended gets its last day instead. */
  archive(viewer: Viewer, id: string): Promise<Position> {
    return this.mark(viewer, id, 'archivePosition');
  }

  restore(viewer: Viewer, id: string): Promise<Position> {
    return this.mark(viewer, id, 'restorePosition');
  }

  private mark(viewer: Viewer, id: string, action: 'archivePosition' | 'restorePosition'): Promise<Position> {
    return this.unitOfWork.run(async (work) => {
      const row = isId(id) ? await this.positions.forChange(work.manager, id) : null;
      if (!row || !may(viewer, 'people.read', row)) throw new NotFound('position');
      requireMay(viewer, 'people.change', row);
      const isArchiving = action === 'archivePosition';
      if (isArchiving === Boolean(row.archivedAt)) {
        nothingChanged();
        return row;
      }
      const before = { ...row };
      const saved = await work.manager.save(
        Position,
        Object.assign(row, { archivedAt: isArchiving ? work.now : null }),
      );
      await this.note(work, viewer, action, before, saved);
      return saved;
    });
  }

  /** Inside the caller's unit of work, whose access rule is the caller's. */
  async add(work: Work, draft: PositionDraft): Promise<Position | Refusal> {
    const fields = tidiedPosition(draft);
    const fault = positionFault(fields);
    if (isRefusal(fault)) return fault;
    const person = await this.persons.byId(draft.personId, work.manager);
    if (!person) throw new NotFound('person');
    const { organizationId } = person;
    const row = work.manager.create(Position, { ...fields, organizationId, id: newId(), archivedAt: null });
    await work.manager.insert(Position, row);
    return row;
  }

  private note(work: Work, viewer: Viewer, action: string, before: Position | null, after: Position): Promise<void> {
    const subject = { subject: 'Position', subjectId: after.id };
    return this.audit.record(work, { viewer, action, ...subject, ...difference(before, after) });
  }

  private async known<T>(body: () => Promise<T>): Promise<T> {
    try {
      return await body();
    } catch (error) {
      const constraint = violatedConstraint(error);
      if (constraint === 'position_person_id_fkey') throw new NotFound('person');
      if (constraint === 'position_institution_id_fkey') throw new NotFound('institution');
      throw error;
    }
  }
}
