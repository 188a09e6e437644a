import { isId, isRefusal, newId, type Refusal } from '#kernel';
import { OrganizationChoice } from '#identity';
import {
  AuditTrail,
  difference,
  may,
  NotAllowed,
  NotFound,
  nothingChanged,
  requireMay,
  UnitOfWork,
  type Viewer,
  type Work,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { Person } from './person.entity.js';
import { PersonRepository } from './person.repository.js';
import { personFault, tidiedPerson, type PersonDraft } from './person.rules.js';

/** Persons belong to an organisation, which shares them among its events: whoever organises one of them may describe them. */
@Injectable()
export class PersonService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly persons: PersonRepository,
    private readonly audit: AuditTrail,
    private readonly choice: OrganizationChoice,
  ) {}

  async create(viewer: Viewer, draft: PersonDraft): Promise<Person | Refusal> {
    const organizationId = await this.organizationOf(viewer, draft);
    if (isRefusal(organizationId)) return organizationId;
    return this.unitOfWork.run(async (work) => {
      const person = await this.add(work, { ...draft, organizationId });
      if (!isRefusal(person)) await this.note(work, viewer, 'createPerson', null, person);
      return person;
    });
  }

  /** To which organisation somebody new would belong. */
  organizationOf(viewer: Viewer, wish: { readonly organizationId?: string | null }): Promise<string | Refusal> {
    return this.choice.of(viewer, 'people.change', wish.organizationId);
  }

  update(viewer: Viewer, id: string, draft: PersonDraft): Promise<Person | Refusal> {
    return this.unitOfWork.run(async (work) => {
      const before = await this.persons.byId(id, work.manager);
      if (!before || !may(viewer, 'people.read', before)) throw new NotFound('person');
      requireMay(viewer, 'people.change', before);
      // Who keeps somebody keeps them for good: another organisation is not silently passed over.
      if (draft.organizationId && draft.organizationId !== before.organizationId) throw new NotAllowed();
      const person = await this.change(work, id, draft);
      if (!isRefusal(person)) await this.note(work, viewer, 'updatePerson', before, person);
      return person;
    });
  }

  /** From now on lists leave them out; what refers to them stays. */
  archive(viewer: Viewer, id: string): Promise<Person> {
    return this.mark(viewer, id, 'archivePerson');
  }

  restore(viewer: Viewer, id: string): Promise<Person> {
    return this.mark(viewer, id, 'restorePerson');
  }

  private mark(viewer: Viewer, id: string, action: 'archivePerson' | 'restorePerson'): Promise<Person> {
    return this.unitOfWork.run(async (work) => {
      const row = isId(id) ? await this.persons.forChange(work.manager, id) : null;
      if (!row || !may(viewer, 'people.read', row)) throw new NotFound('person');
      requireMay(viewer, 'people.change', row);
      const isArchiving = action === 'archivePerson';
      if (isArchiving === Boolean(row.archivedAt)) {
        nothingChanged();
        return row;
      }
      const before = { ...row };
      const saved = await work.manager.save(Person, Object.assign(row, { archivedAt: isArchiving ? work.now : null }));
      await this.note(work, viewer, action, before, saved);
      return saved;
    });
  }

  /** Inside the caller's unit of work, whose access rule is the caller's: a focal point adds the people of their delegation. */
  async add(work: Work, draft: PersonDraft): Promise<Person | Refusal> {
    const fields = tidiedPerson(draft);
    const fault = personFault(fields);
    if (isRefusal(fault)) return fault;
    const organizationId = draft.organizationId ?? undefined;
    const row = work.manager.create(Person, {
      ...fields,
      organizationId,
      id: newId(),
      createdAt: work.now,
      archivedAt: null,
      anonymisedAt: null,
    });
    await work.manager.insert(Person, row);
    return row;
  }

  /** As `add`, for somebody who is already there. */
  async change(work: Work, id: string, draft: PersonDraft): Promise<Person | Refusal> {
    const row = await this.persons.forChange(work.manager, id);
    if (!row) throw new NotFound('person');
    // Its number is shown masked, so whoever does not speak of the document leaves it as it is.
    const { documentType, documentNumber } = row;
    const saysNothing = draft.documentType === undefined && draft.documentNumber === undefined;
    const fields = tidiedPerson(saysNothing ? { ...draft, documentType, documentNumber } : draft);
    const fault = personFault(fields);
    if (isRefusal(fault)) return fault;
    const kept = {
      language: draft.language ?? row.language,
      isDemonstration: draft.isDemonstration ?? row.isDemonstration,
    };
    return work.manager.save(Person, Object.assign(row, fields, kept));
  }

  private note(work: Work, viewer: Viewer, action: string, before: Person | null, after: Person): Promise<void> {
    const subject = { subject: 'Person', subjectId: after.id };
    return this.audit.record(work, { viewer, action, ...subject, ...difference(before, after) });
  }
}
