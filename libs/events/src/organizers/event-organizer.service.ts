import { newId, type Refusal } from '#kernel';
import { AuditTrail, NotFound, refusedBy, requireMay, UnitOfWork, type Viewer, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import type { Event } from '../events/event.entity.js';
import { EventRepository } from '../events/event.repository.js';
import { isWholeOrder } from '../lists/whole-order.rules.js';
import { EventOrganizer } from './event-organizer.entity.js';
import { EventOrganizerRepository } from './event-organizer.repository.js';
import { organizerRefusals, type OrganizerRole } from './event-organizer.rules.js';

export interface EventOrganizerDraft {
  readonly eventId: string;
  readonly institutionId: string;
  readonly role: OrganizerRole;
}

/** Who holds an event, in protocol order. Organisers of the event only; each verb answers the whole list after the change. */
@Injectable()
export class EventOrganizerService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly events: EventRepository,
    private readonly organizers: EventOrganizerRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** Puts the institution at the end of the protocol. */
  async add(viewer: Viewer, draft: EventOrganizerDraft): Promise<EventOrganizer[] | Refusal> {
    const refusals = {
      event_organizer_once: () => organizerRefusals.ORGANIZER_ALREADY_NAMED({}, 'institutionId'),
      event_organizer_institution_id_fkey: () => organizerRefusals.ORGANIZER_INSTITUTION_UNKNOWN({}, 'institutionId'),
    };
    return refusedBy(refusals, () =>
      this.changing(viewer, 'addEventOrganizer', draft.eventId, async ({ manager }, present) => {
        const { eventId, institutionId, role } = draft;
        await manager.insert(EventOrganizer, { id: newId(), eventId, institutionId, role, order: present.length + 1 });
        return null;
      }),
    );
  }

  async changeRole(
    viewer: Viewer,
    eventId: string,
    organizerId: string,
    role: OrganizerRole,
  ): Promise<EventOrganizer[] | Refusal> {
    return this.changing(viewer, 'changeEventOrganizerRole', eventId, async ({ manager }, present) => {
      if (present.every(({ id }) => id !== organizerId)) throw new NotFound('organiser');
      await manager.update(EventOrganizer, { id: organizerId }, { role });
      return null;
    });
  }

  async remove(viewer: Viewer, eventId: string, organizerId: string): Promise<EventOrganizer[] | Refusal> {
    return this.changing(viewer, 'removeEventOrganizer', eventId, async ({ manager }, present, event) => {
      const rest = present.filter(({ id }) => id !== organizerId).map(({ id }) => id);
      if (rest.length === present.length) throw new NotFound('organiser');
      if (rest.length === 0 && event.state !== 'draft') return organizerRefusals.LAST_ORGANIZER();
      await manager.delete(EventOrganizer, { id: organizerId });
      await this.organizers.reorder(eventId, rest, manager);
      return null;
    });
  }

  /** `organizerIds` names everyone of the event, first in protocol first. */
  async reorder(viewer: Viewer, eventId: string, organizerIds: string[]): Promise<EventOrganizer[] | Refusal> {
    return this.changing(viewer, 'reorderEventOrganizers', eventId, async ({ manager }, present) => {
      const whole = isWholeOrder(
        present.map(({ id }) => id),
        organizerIds,
      );
      if (!whole) return organizerRefusals.ORGANIZER_ORDER_UNFIT({}, 'organizerIds');
      await this.organizers.reorder(eventId, organizerIds, manager);
      return null;
    });
  }

  /** The event's row is locked: two changes of one protocol happen one after the other. */
  private changing(
    viewer: Viewer,
    action: string,
    eventId: string,
    change: (work: Work, present: EventOrganizer[], event: Event) => Promise<Refusal | null>,
  ): Promise<EventOrganizer[] | Refusal> {
    return this.unitOfWork.run(async (work) => {
      const event = await this.events.toChange(eventId, work.manager);
      if (!event) throw new NotFound('event');
      requireMay(viewer, 'event.change', event.id);
      const before = await this.organizers.ofEvent(eventId, work.manager);
      const refusal = await change(work, before, event);
      if (refusal) return refusal;
      const after = await this.organizers.ofEvent(eventId, work.manager);
      const deed = { viewer, action, subject: 'Event', eventId };
      await this.audit.recordChange(work, deed, protocol(eventId, before), protocol(eventId, after));
      return after;
    });
  }
}

/** As the audit holds it: who holds the event in what way, in order. */
function protocol(id: string, rows: readonly EventOrganizer[]) {
  return { id, organizers: rows.map(({ institutionId, role }) => ({ institutionId, role })) };
}
