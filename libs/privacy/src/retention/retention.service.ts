import { Clock, newId } from '#kernel';
import { AuditTrail, requireMay, Sweep, theSystem, UnitOfWork, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import { AnonymisationService } from '../anonymisation/anonymisation.service.js';
import { RetentionRepository } from './retention.repository.js';
import { RetentionRun } from './retention-run.entity.js';

/** People and mails of one transaction. */
const atOnce = { people: 20, mails: 500 } as const;

/** Erases what events have kept for as long as they keep it. */
@Injectable()
export class RetentionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly rows: RetentionRepository,
    private readonly anonymisation: AnonymisationService,
    private readonly audit: AuditTrail,
  ) {}

  /** What the next sweep would erase. */
  async preview(viewer: Viewer): Promise<{ people: number; mails: number }> {
    requireMay(viewer, 'platform.operate');
    return this.rows.count(this.clock.now());
  }

  @Sweep({ everySeconds: 3600 })
  async eraseDue(): Promise<void> {
    const erased = { people: 0, mails: 0 };
    for (let some = await this.eraseSome(); some.people + some.mails > 0; some = await this.eraseSome()) {
      erased.people += some.people;
      erased.mails += some.mails;
    }
    if (erased.people + erased.mails === 0) return;
    await this.unitOfWork.run(async (work) => {
      const id = newId();
      await work.manager.insert(RetentionRun, { id, ranAt: work.now, ...erased });
      const subject = { subject: 'RetentionRun', subjectId: id };
      await this.audit.record(work, { viewer: theSystem, action: 'retention.swept', ...subject, after: erased });
    });
  }

  private async eraseSome(): Promise<{ people: number; mails: number }> {
    return this.unitOfWork.run(async (work) => {
      const people = await this.rows.duePeople(work.now, atOnce.people, work.manager);
      for (const personId of people) await this.anonymisation.erase(work, personId);
      const mails = await this.rows.eraseMails(work.manager, work.now, atOnce.mails);
      return { people: people.length, mails };
    });
  }
}
