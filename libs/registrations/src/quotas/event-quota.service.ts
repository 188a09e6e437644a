import { isRefusal, type Refusal } from '#kernel';
import { EventRepository } from '#events';
import { AuditService } from '#identity';
import { NotFound, UnitOfWork, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import { requireStaff } from '../delegations/delegation.policy.js';
import { SeatsFreed } from '../registrations/registration.events.js';
import { badEventQuota, quotaRefusals } from './quota.rules.js';
import { SeatRepository } from './seat.repository.js';

/** The seats of a whole event. `capacity` is null where there is no such bound; `taken` counts in any case. */
export interface EventSeats {
  readonly eventId: string;
  readonly capacity: number | null;
  readonly taken: number;
}

@Injectable()
export class EventQuotaService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly events: EventRepository,
    private readonly seats: SeatRepository,
    private readonly audit: AuditService,
  ) {}

  /** Bounds an event over all its delegations, or takes the bound away (null). */
  async set(viewer: Viewer, eventId: string, capacity: number | null): Promise<EventSeats | Refusal> {
    requireStaff(viewer, eventId, 'registrations.change', 'event');
    const fault = badEventQuota(capacity);
    if (isRefusal(fault)) return fault;
    if (!(await this.events.byId(eventId))) throw new NotFound('event');
    return this.unitOfWork.run(async (work) => {
      const isBounded = capacity === null || (await this.seats.bound(work.manager, eventId, capacity));
      const taken = await this.seats.takenAt(work.manager, eventId);
      if (!isBounded) return quotaRefusals.EVENT_QUOTA_BELOW_TAKEN({ taken }, 'capacity');
      if (capacity === null) await this.seats.unbound(work.manager, eventId);
      const subject = { subject: 'Event', subjectId: eventId, eventId };
      await this.audit.record(work, { viewer, action: 'setEventQuota', ...subject, after: { capacity } });
      await work.record(SeatsFreed, { eventId });
      return { eventId, capacity, taken };
    });
  }
}
