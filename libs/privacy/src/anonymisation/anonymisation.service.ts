import { AuditErasure } from '#identity';
import { PersonRepository, type Person } from '#people';
import {
  AuditTrail,
  NotFound,
  nothingChanged,
  requireMay,
  theSystem,
  UnitOfWork,
  type Viewer,
  type Work,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { PersonErasureOrdered } from './anonymisation.events.js';
import { ErasureRepository } from './erasure.repository.js';
import { needlesOf, patternOf } from './needles.rules.js';

/** Erases who a person is. The rows stay, so that counts stay: of 120 who came, 120 came. */
@Injectable()
export class AnonymisationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly persons: PersonRepository,
    private readonly erasure: ErasureRepository,
    private readonly audit: AuditTrail,
    private readonly auditErasure: AuditErasure,
  ) {}

  /** Orders it; the worker carries it out. For whoever may change the person. */
  order(viewer: Viewer, personId: string): Promise<Person> {
    return this.unitOfWork.run(async (work) => {
      const person = await this.persons.byId(personId, work.manager);
      if (!person) throw new NotFound('person');
      requireMay(viewer, 'people.change', person);
      if (person.anonymisedAt) {
        nothingChanged();
        return person;
      }
      await this.audit.record(work, { viewer, action: 'anonymisePerson', subject: 'Person', subjectId: personId });
      await work.record(PersonErasureOrdered, { personId });
      return person;
    });
  }

  /** Carries it out, as the product itself. To erase whom nobody knows any more changes nothing. */
  async erase(work: Work, personId: string): Promise<void> {
    const { manager } = work;
    await this.erasure.takeTurn(manager);
    const person = await this.persons.forChange(manager, personId);
    if (!person || person.anonymisedAt) return;
    const shared = await this.erasure.sharedWith(manager, personId, person);
    const needles = needlesOf(person, shared);
    const email = shared.email ? null : person.email;
    const [subjectIds, actorIds] = [
      await this.erasure.rowsAbout(manager, personId),
      await this.erasure.actorsOf(manager, personId),
    ];
    const own = await this.erasure.eraseOwnMails(manager, personId, email);
    await this.erasure.erasePerson(manager, personId, work.now);
    await this.erasure.eraseImportedRows(manager, person, shared);
    const pattern = patternOf(needles);
    const mentioning = pattern === '' ? [] : await this.erasure.mailsMentioning(manager, pattern);
    if (pattern !== '') await this.erasure.eraseMentions(manager, pattern);
    await this.erasure.eraseMailbox(manager, [...own, ...mentioning], email);
    const nameParts = [person.givenNames, person.familyNames];
    const erasure = { viewer: theSystem, personId, values: needles, actorIds, subjectIds, nameParts };
    await this.auditErasure.erase(work, erasure);
  }
}
