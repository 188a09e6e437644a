import { AuditService } from '#identity';
import { isRefusal, type Refusal } from '#kernel';
import { NotFound, once, UnitOfWork, type Viewer, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { actsFor } from '../parties/meeting-party.policy.js';
import type { MeetingRequest } from './meeting-request.entity.js';
import { MeetingRequestRepository } from './meeting-request.repository.js';

/** One submission of a verb: who, what, and the key by which a repetition answers like the first. */
export interface RequestSubmission {
  readonly viewer: Viewer;
  /** As the API says it: `acceptMeetingRequest`. */
  readonly action: string;
  readonly key: string | null;
  /** What was sent besides the request's id. */
  readonly asked: unknown;
}

/** Changes the request in place, or says why not. `actor` is the party that the viewer acts for, null for an organiser. */
type RequestVerb = (work: Work, request: MeetingRequest, actor: string | null) => Promise<Refusal | null>;

/** What every verb on a request has in common: the row is locked, access judged, done once per key, saved and audited. */
@Injectable()
export class MeetingRequestChange {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly requests: MeetingRequestRepository,
    private readonly audit: AuditService,
  ) {}

  /** Writes a new request once per key: `insert` answers its id. */
  async add(
    submission: RequestSubmission,
    insert: (work: Work) => Promise<string | Refusal>,
  ): Promise<MeetingRequest | Refusal> {
    const { action: operation, key, asked: request } = submission;
    return this.unitOfWork.run(async (work) => {
      const id = await once(work, { operation, key, request }, async () => {
        const inserted = await insert(work);
        if (!isRefusal(inserted)) await this.note(work, submission, await this.read(work, inserted), null);
        return inserted;
      });
      return isRefusal(id) ? id : this.read(work, id);
    });
  }

  async run(submission: RequestSubmission, requestId: string, verb: RequestVerb): Promise<MeetingRequest | Refusal> {
    return this.unitOfWork.run(async (work) => {
      const request = await this.requests.toChange(requestId, work.manager);
      if (!request) throw new NotFound('meeting request');
      const actor = actsFor(submission.viewer, request.eventId, [request.fromPartyId, request.toPartyId]);
      const { action, key, asked } = submission;
      const answer = await once(work, { operation: `${action}:${requestId}`, key, request: asked }, async () => {
        const before = request.state;
        const refused = await verb(work, request, actor);
        if (refused) return refused;
        await this.requests.save(request, work.manager);
        await this.note(work, submission, request, before);
        return requestId;
      });
      return isRefusal(answer) ? answer : request;
    });
  }

  private async read(work: Work, id: string): Promise<MeetingRequest> {
    const request = await this.requests.byId(id, work.manager);
    if (!request) throw new NotFound('meeting request');
    return request;
  }

  private async note(
    work: Work,
    { viewer, action }: RequestSubmission,
    request: MeetingRequest,
    before: string | null,
  ) {
    const { id: subjectId, eventId, state } = request;
    const change = { before: before ? { state: before } : undefined, after: { state } };
    await this.audit.record(work, { viewer, action, subject: 'MeetingRequest', subjectId, eventId, ...change });
  }
}
