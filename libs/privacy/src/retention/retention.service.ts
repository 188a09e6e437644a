import { Clock, newId, type Refusal } from '#kernel';
import { EventRepository } from '#events';
import { AuditTrail, NotFound, requireMay, Sweep, theSystem, UnitOfWork, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import { AnonymisationService } from '../anonymisation/anonymisation.service.js';
import { EventRetention } from './event-retention.entity.js';
import { RetentionRepository } from './retention.repository.js';
import { daysFault, type RetentionPurpose } from './retention.rules.js';
import { RetentionRun } from './retention-run.entity.js';

/** People and mails of one transaction. */
const atOnce = { people: 20, mails: 500 } as const;

/** A rule that is thought of, beside the one that holds. */
export interface EventRetentionPreview {
  readonly days: number;
  readonly keptDays: number;
  readonly erases: number;
}

/** Erases what events have kept for as long as they keep it. */
@Injectable()
export class RetentionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly rows: RetentionRepository,
    private readonly anonymisation: AnonymisationService,
    private readonly events: EventRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** What the next sweep would erase. */
  async preview(viewer: Viewer): Promise<{ people: number; mails: number }> {
    requireMay(viewer, 'platform.operate');
    return this.rows.count(this.clock.now());
  }

  /** What the next sweep would erase of the event if it kept something for so many days; what it keeps now, when no days are given. */
  async previewOf(
    viewer: Viewer,
    eventId: string,
    purpose: RetentionPurpose,
    wished: number | null,
  ): Promise<EventRetentionPreview | Refusal> {
    const event = await this.events.byId(eventId);
    if (!event) throw new NotFound('event');
    requireMay(viewer, 'event.change', eventId);
    const fault = wished === null ? null : daysFault(wished);
    if (fault) return fault;
    const keptDays = await this.rows.daysOf(eventId, purpose);
    const rule = { eventId, purpose, days: wished ?? keptDays };
    return { ...rule, keptDays, erases: await this.rows.countUnder(rule, this.clock.now()) };
  }

  /** From now on the event keeps that for so many days after its last. */
  async setDays(
    viewer: Viewer,
    eventId: string,
    purpose: RetentionPurpose,
    days: number,
  ): Promise<EventRetention | Refusal> {
    const fault = daysFault(days);
    if (fault) return fault;
    return this.unitOfWork.run(async (work) => {
      const event = await this.events.byId(eventId, work.manager);
      if (!event) throw new NotFound('event');
      requireMay(viewer, 'event.change', eventId);
      const before = await work.manager.findOneBy(EventRetention, { eventId, purpose });
      const row = await work.manager.save(work.manager.create(EventRetention, { eventId, purpose, days }));
      const subject = { subject: 'Event', subjectId: eventId, eventId };
      const change = { before: { days: before?.days ?? null }, after: { purpose, days } };
      await this.audit.record(work, { viewer, action: 'setEventRetention', ...subject, ...change });
      return row;
    });
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
