import { Clock, isRefusal, type Refusal } from '#kernel';
import { EventRepository } from '#events';
import { OrganizationRepository } from '#identity';
import { AuditTrail, may, NotFound, requireMay, UnitOfWork, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import { EventRetention } from './event-retention.entity.js';
import { OrganizationRetention } from './organization-retention.entity.js';
import { RetentionRepository } from './retention.repository.js';
import { daysFault, type RetentionPlace, type RetentionPurpose } from './retention.rules.js';

/** A rule that is thought of, beside the one that holds. */
export interface RetentionRulePreview {
  readonly days: number;
  readonly keptDays: number;
  readonly erases: number;
}

/** How many days something is kept: an event's own rule, else that of its organisation, else the usual one. */
@Injectable()
export class RetentionRuleService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly rows: RetentionRepository,
    private readonly events: EventRepository,
    private readonly organizations: OrganizationRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** What the next sweep would erase there under such a rule; under the one that holds, when no days are given. */
  async previewOf(
    viewer: Viewer,
    place: RetentionPlace,
    purpose: RetentionPurpose,
    wished: number | null,
  ): Promise<RetentionRulePreview | Refusal> {
    await this.requirePlace(viewer, place);
    const fault = wished === null ? null : daysFault(wished);
    if (isRefusal(fault)) return fault;
    const keptDays = await this.rows.daysAt(place, purpose);
    const days = wished ?? keptDays;
    return { days, keptDays, erases: await this.rows.countUnder({ place, purpose, days }, this.clock.now()) };
  }

  /** From now on that is kept for so many days after an event's last. */
  async setDays(
    viewer: Viewer,
    place: RetentionPlace,
    purpose: RetentionPurpose,
    days: number,
  ): Promise<{ purpose: RetentionPurpose; days: number } | Refusal> {
    const fault = daysFault(days);
    if (isRefusal(fault)) return fault;
    await this.requirePlace(viewer, place);
    return this.unitOfWork.run(async (work) => {
      const before = await this.rows.ruleAt(place, purpose, work.manager);
      if ('eventId' in place) await work.manager.save(EventRetention, { ...place, purpose, days });
      else await work.manager.save(OrganizationRetention, { ...place, purpose, days });
      const subject =
        'eventId' in place
          ? { action: 'setEventRetention', subject: 'Event', subjectId: place.eventId }
          : { action: 'setOrganizationRetention', subject: 'Organization', subjectId: place.organizationId };
      const change = { before: { days: before }, after: { purpose, days } };
      await this.audit.record(work, { viewer, ...subject, ...place, ...change });
      return { purpose, days };
    });
  }

  private async requirePlace(viewer: Viewer, place: RetentionPlace): Promise<void> {
    if ('eventId' in place) {
      if (!(await this.events.byId(place.eventId))) throw new NotFound('event');
      return requireMay(viewer, 'event.change', place);
    }
    const row = (await this.organizations.byIds([place.organizationId])).get(place.organizationId);
    if (!row || !may(viewer, 'organization.read', place)) throw new NotFound('organisation');
    requireMay(viewer, 'organization.change', place);
  }
}
