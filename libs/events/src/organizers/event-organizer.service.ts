import { newId, type Refusal } from '#kernel';
import { NotFound, refusedBy, requireRole, UnitOfWork, type Viewer, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import type { Event } from '../events/event.entity.js';
import { EventRepository } from '../events/event.repository.js';
import { EventOrganizer } from './event-organizer.entity.js';
import { EventOrganizerRepository } from './event-organizer.repository.js';
import { isWholeOrder, organizerRefusals, type OrganizerRole } from './event-organizer.rules.js';

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
  ) {}

  /** Puts the institution at the end of the protocol. */
  async add(viewer: Viewer, draft: EventOrganizerDraft): Promise<EventOrganizer[] | Refusal> {
    const refusals = {
      event_organizer_once: () => organizerRefusals.ORGANIZER_ALREADY_NAMED({}, 'institutionId'),
      event_organizer_institution_id_fkey: () => organizerRefusals.ORGANIZER_INSTITUTION_UNKNOWN({}, 'institutionId'),
    };
    return refusedBy(refusals, () =>
      this.changing(viewer, draft.eventId, async ({ manager }, present) => {
        const { eventId, institutionId, role } = draft;
        await manager.insert(EventOrganizer, { id: newId(), eventId, institutionId, role, order: present.length + 1 });
        return null;
      }),
    );
  }

  async remove(viewer: Viewer, eventId: string, organizerId: string): Promise<EventOrganizer[] | Refusal> {
    return this.changing(viewer, eventId, async ({ manager }, present, event) => {
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
    return this.changing(viewer, eventId, async ({ manager }, present) => {
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
    eventId: string,
    change: (work: Work, present: EventOrganizer[], event: Event) => Promise<Refusal | null>,
  ): Promise<EventOrganizer[] | Refusal> {
    return this.unitOfWork.run(async (work) => {
      const event = await this.events.toChange(eventId, work.manager);
      if (!event) throw new NotFound('event');
      requireRole(viewer, event.id, 'organiser');
      const refusal = await change(work, await this.organizers.ofEvent(eventId, work.manager), event);
      return refusal ?? this.organizers.ofEvent(eventId, work.manager);
    });
  }
}
