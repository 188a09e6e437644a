import { isRefusal, newId, tidyEmail, tidyLine, type Refusal } from '#kernel';
import { PersonRepository, type Person } from '#people';
import { AuditTrail, NotFound, nothingChanged, requireMay, UnitOfWork, type Viewer, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { AssistantGrant } from './assistant-grant.entity.js';
import { AssistantGranted } from './assistant-grant.events.js';
import { AssistantGrantRepository } from './assistant-grant.repository.js';
import { assistantFault, assistantRefusals, assistantTerms, type AssistantDraft } from './assistant-grant.rules.js';

/** An assistant may not let others in: only the person alone, and organisers of their organisation, grant and revoke. */
function requireOwn(viewer: Viewer, person: Person | null): asserts person is Person {
  if (!person) throw new NotFound('person');
  if (viewer.kind === 'person' && viewer.personId === person.id && !viewer.assistant) return;
  requireMay(viewer, 'people.change', person);
}

@Injectable()
export class AssistantService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly grants: AssistantGrantRepository,
    private readonly persons: PersonRepository,
    private readonly audit: AuditTrail,
  ) {}

  async grant(viewer: Viewer, personId: string, draft: AssistantDraft): Promise<AssistantGrant | Refusal> {
    requireOwn(viewer, await this.persons.byId(personId));
    const tidy = { ...draft, name: tidyLine(draft.name), address: tidyEmail(draft.address) };
    return this.unitOfWork.run(async (work) => {
      const fault = assistantFault(tidy, work.now);
      if (isRefusal(fault)) return fault;
      const person = await this.persons.forChange(work.manager, personId);
      if (!person) throw new NotFound('person');
      const live = await this.grants.liveOf(personId, work.now, work.manager);
      const { mostGrants } = assistantTerms;
      if (live.length >= mostGrants) return assistantRefusals.ASSISTANTS_TOO_MANY({ most: mostGrants });
      const { name, address } = tidy;
      const times = { grantedAt: work.now, expiresAt: tidy.expiresAt ?? work.now };
      const row = work.manager.create(AssistantGrant, {
        id: newId(),
        personId,
        name,
        address,
        ...times,
        revokedAt: null,
      });
      await work.manager.insert(AssistantGrant, row);
      await work.record(AssistantGranted, { grantId: row.id });
      await this.note(work, viewer, row, 'grantAssistant', { name, address, expiresAt: row.expiresAt.toISOString() });
      return row;
    });
  }

  /** From the next request on the assistant is out. */
  async revoke(viewer: Viewer, grantId: string): Promise<AssistantGrant> {
    return this.unitOfWork.run(async (work) => {
      const row = await this.grants.forChange(work.manager, grantId);
      if (!row) throw new NotFound('assistant');
      requireOwn(viewer, await this.persons.byId(row.personId, work.manager));
      if (row.revokedAt) return nothingChanged(row);
      row.revokedAt = work.now;
      await work.manager.update(AssistantGrant, { id: row.id }, { revokedAt: work.now });
      await this.note(work, viewer, row, 'revokeAssistant', { revokedAt: work.now.toISOString() });
      return row;
    });
  }

  private note(work: Work, viewer: Viewer, row: AssistantGrant, action: string, after: Record<string, unknown>) {
    const subject = { subject: 'AssistantGrant', subjectId: row.id, onBehalfOf: row.personId };
    return this.audit.record(work, { viewer, action, ...subject, after });
  }
}
