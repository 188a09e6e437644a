import { AuditService } from '#identity';
import { Sweep, theSystem, UnitOfWork, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { MeetingRequestExpired } from './meeting-request.events.js';
import { MeetingRequestRepository } from './meeting-request.repository.js';

const batch = 100;

/** Ends requests that nobody answered in time. Several workers may sweep at once. */
@Injectable()
export class MeetingRequestSweep {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly requests: MeetingRequestRepository,
    private readonly audit: AuditService,
  ) {}

  @Sweep({ everySeconds: 30 })
  async expireOverdue(): Promise<void> {
    while ((await this.unitOfWork.run((work) => this.expireBatch(work))) === batch);
  }

  private async expireBatch(work: Work): Promise<number> {
    const overdue = await this.requests.overdue(work.now, batch, work.manager);
    for (const request of overdue) {
      const before = { state: request.state };
      request.state = 'expired';
      request.answeredAt = work.now;
      await this.requests.save(request, work.manager);
      await work.record(MeetingRequestExpired, { requestId: request.id });
      const { id: subjectId, eventId } = request;
      const row = { subject: 'MeetingRequest', subjectId, eventId };
      const change = { before, after: { state: 'expired' } };
      await this.audit.record(work, { viewer: theSystem, action: 'expireMeetingRequest', ...row, ...change });
    }
    return overdue.length;
  }
}
