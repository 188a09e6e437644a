import { dayOf, newId, type Refusal } from '#kernel';
import { PersonRepository } from '#people';
import { AuditTrail, NotAllowed, NotFound, refusedBy, requireMay, UnitOfWork, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import { PersonErasureOrdered } from '../anonymisation/anonymisation.events.js';
import { requireAlone } from '../own-data/own-data.service.js';
import { PrivacyRequest } from './privacy-request.entity.js';
import { PrivacyRequestAnswered } from './privacy-request.events.js';
import { PrivacyRequestRepository } from './privacy-request.repository.js';
import { dueOn, isPrivacyRequestKind, privacyRefusals, wordsFault } from './privacy-request.rules.js';

/** The day of a deadline is Peru's, whose law sets it. */
const zone = 'America/Lima';

export interface PrivacyAnswer {
  readonly granted: boolean;
  readonly answer: string;
}

@Injectable()
export class PrivacyRequestService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly requests: PrivacyRequestRepository,
    private readonly persons: PersonRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** One of each kind may wait for an answer at a time. */
  async ask(viewer: Viewer, kind: string, asked: string): Promise<PrivacyRequest | Refusal> {
    const { personId } = requireAlone(viewer);
    if (!isPrivacyRequestKind(kind)) return privacyRefusals.PRIVACY_KIND_WRONG({}, 'derecho');
    const words = asked.trim();
    const fault = wordsFault(words, 'palabras');
    if (fault) return fault;
    const isOpen = () => privacyRefusals.PRIVACY_REQUEST_OPEN({}, 'derecho');
    return refusedBy({ privacy_request_once: isOpen }, () =>
      this.unitOfWork.run(async (work) => {
        const due = { requestedAt: work.now, dueOn: dueOn(kind, dayOf(work.now, zone)) };
        const row = work.manager.create(PrivacyRequest, { id: newId(), personId, kind, words, state: 'open', ...due });
        await work.manager.insert(PrivacyRequest, row);
        const subject = { subject: 'PrivacyRequest', subjectId: row.id };
        await this.audit.record(work, { viewer, action: 'privacyRequest.asked', ...subject, after: { kind } });
        return row;
      }),
    );
  }

  /** Whoever may change the person answers. To grant a cancellation orders the person's erasure, which a job carries out. */
  answer(viewer: Viewer, id: string, { granted, answer }: PrivacyAnswer): Promise<PrivacyRequest | Refusal> {
    return this.unitOfWork.run(async (work) => {
      const row = await this.requests.forChange(work.manager, id);
      const person = row && (await this.persons.byId(row.personId, work.manager));
      if (!row || !person) throw new NotFound('privacy request');
      requireMay(viewer, 'people.change', person);
      if (viewer.kind !== 'staff') throw new NotAllowed();
      if (row.state !== 'open') return privacyRefusals.PRIVACY_REQUEST_ANSWERED();
      const fault = wordsFault(answer.trim(), 'answer');
      if (fault) return fault;
      const state = granted ? 'granted' : 'refused';
      Object.assign(row, { state, answer: answer.trim(), answeredAt: work.now, answeredBy: viewer.accountId });
      await work.manager.save(PrivacyRequest, row);
      const subject = { subject: 'PrivacyRequest', subjectId: id };
      const change = { before: { state: 'open' }, after: { state } };
      await this.audit.record(work, { viewer, action: 'answerPrivacyRequest', ...subject, ...change });
      await work.record(PrivacyRequestAnswered, { requestId: id });
      if (granted && row.kind === 'cancellation') await work.record(PersonErasureOrdered, { personId: row.personId });
      return row;
    });
  }
}
