import { RoleService } from '#identity';
import { newId, tidyLine, type Refusal } from '#kernel';
import {
  AuditTrail,
  may,
  NotAllowed,
  NotFound,
  refusedBy,
  requireMay,
  UnitOfWork,
  type Viewer,
  type Work,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { EventSeriesRepository } from '../series/event-series.repository.js';
import { refuseTexts } from '../texts/text.rules.js';
import { EventDaysGuards } from './event-days-guards.js';
import { Event } from './event.entity.js';
import { EventClosed, EventPublished } from './event.events.js';
import { EventRepository } from './event.repository.js';
import { eventLifecycle, eventRefusals, refuseEvent, shownName, slugOf, type EventState } from './event.rules.js';

export interface EventDraft {
  readonly seriesId: string;
  readonly editionNumber: number;
  /** Absent: the name of its series. */
  readonly name?: string;
  /** Absent: made of the shown name and the year. */
  readonly slug?: string;
  readonly zone: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly country: string;
  readonly city: string;
  readonly isDemonstration?: boolean;
}

export type EventChange = Partial<Omit<EventDraft, 'seriesId' | 'isDemonstration'>>;

@Injectable()
export class EventService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly events: EventRepository,
    private readonly series: EventSeriesRepository,
    private readonly guards: EventDaysGuards,
    private readonly roles: RoleService,
    private readonly audit: AuditTrail,
  ) {}

  /** Organisers of the organisation; who creates an event is its first organiser. */
  async create(viewer: Viewer, draft: EventDraft): Promise<Event | Refusal> {
    const series = await this.series.byId(draft.seriesId);
    if (viewer.kind !== 'staff') throw new NotAllowed();
    if (!series || !may(viewer, 'organization.read', series)) return eventRefusals.EVENT_SERIES_UNKNOWN({}, 'seriesId');
    requireMay(viewer, 'event.create', series);
    if (series.archivedAt) return eventRefusals.EVENT_SERIES_ARCHIVED({}, 'seriesId');
    const name = tidyLine(draft.name ?? series.name);
    const unfit =
      refuseEvent({ ...draft, slug: draft.slug ?? 'not-made-yet' }) ?? refuseTexts({ name, city: draft.city });
    if (unfit) return unfit;
    const slug = draft.slug ?? slugOf(shownName({ ...draft, name }, series), draft.startsOn);
    const isDemonstration = draft.isDemonstration ?? false;
    return this.unlessTaken({ ...draft, slug }, async (work) => {
      const event = await work.manager.save(Event, {
        ...draft,
        id: newId(),
        organizationId: series.organizationId,
        name,
        slug,
        isDemonstration,
        state: 'draft',
        archivedAt: null,
      });
      await this.roles.makeOrganiser(work, viewer, event.id);
      await this.note(work, viewer, 'createEvent', null, event);
      return event;
    });
  }

  /** Organisers of the event. A public event keeps its address; what has its time inside must fit the new days. */
  async update(viewer: Viewer, id: string, change: EventChange): Promise<Event | Refusal> {
    return this.unlessTaken(change, async (work) => {
      const before = await this.toChange(viewer, id, work);
      const isPublic = before.state !== 'draft';
      if (isPublic && change.slug !== undefined && change.slug !== before.slug) {
        return eventRefusals.EVENT_ADDRESS_IS_PUBLIC({}, 'slug');
      }
      const event: Event = { ...before, ...withoutAbsent(change) };
      const unfit = refuseEvent(event) ?? refuseTexts({ name: event.name, city: event.city });
      return unfit ?? (await this.guards.refuse(event, work)) ?? this.save(work, viewer, 'updateEvent', before, event);
    });
  }

  /** Organisers of the event: from now on it stands on the public list. */
  async publish(viewer: Viewer, id: string): Promise<Event | Refusal> {
    return this.unitOfWork.run(async (work) => {
      const event = await this.toChange(viewer, id, work);
      if (event.archivedAt) return eventRefusals.EVENT_IS_ARCHIVED();
      if (!(await this.events.hasOrganizer(id, work.manager))) return eventRefusals.EVENT_NEEDS_ORGANIZER();
      return this.move(viewer, event, 'published', work);
    });
  }

  /** Organisers of the event: it is over, and stays to be read. */
  async close(viewer: Viewer, id: string): Promise<Event | Refusal> {
    return this.unitOfWork.run(async (work) =>
      this.move(viewer, await this.toChange(viewer, id, work), 'closed', work),
    );
  }

  /** Organisers of the event: puts it away from the working lists. What the public reads of a closed one stays. */
  async archive(viewer: Viewer, id: string): Promise<Event | Refusal> {
    return this.unitOfWork.run(async (work) => {
      const event = await this.toChange(viewer, id, work);
      if (event.state === 'published') return eventRefusals.EVENT_IS_PUBLIC();
      const archivedAt = event.archivedAt ?? work.now;
      return this.save(work, viewer, 'archiveEvent', event, { ...event, archivedAt });
    });
  }

  /** Organisers of the event. */
  async restore(viewer: Viewer, id: string): Promise<Event | Refusal> {
    return this.unitOfWork.run(async (work) => {
      const event = await this.toChange(viewer, id, work);
      return this.save(work, viewer, 'restoreEvent', event, { ...event, archivedAt: null });
    });
  }

  private async move(viewer: Viewer, event: Event, wanted: EventState, work: Work): Promise<Event | Refusal> {
    if (!eventLifecycle.allows(event.state, wanted)) {
      return eventRefusals.EVENT_MOVE_UNFIT({ state: event.state, wanted });
    }
    await work.record(wanted === 'closed' ? EventClosed : EventPublished, { eventId: event.id });
    const action = wanted === 'closed' ? 'closeEvent' : 'publishEvent';
    return this.save(work, viewer, action, event, { ...event, state: wanted });
  }

  private async save(work: Work, viewer: Viewer, action: string, before: Event, after: Event): Promise<Event> {
    const event = await work.manager.save(Event, after);
    await this.note(work, viewer, action, before, event);
    return event;
  }

  private note(work: Work, viewer: Viewer, action: string, before: Event | null, after: Event): Promise<void> {
    return this.audit.recordChange(work, { viewer, action, subject: 'Event', eventId: after.id }, before, after);
  }

  private async toChange(viewer: Viewer, id: string, work: Work): Promise<Event> {
    const event = await this.events.toChange(id, work.manager);
    if (!event) throw new NotFound('event');
    requireMay(viewer, 'event.change', event.id);
    return event;
  }

  private unlessTaken(facts: EventChange, body: (work: Work) => Promise<Event | Refusal>): Promise<Event | Refusal> {
    const editionNumber = facts.editionNumber ?? 0;
    return refusedBy(
      {
        event_slug: () => eventRefusals.SLUG_TAKEN({ slug: facts.slug ?? '' }, 'slug'),
        event_edition: () => eventRefusals.EDITION_TAKEN({ editionNumber }, 'editionNumber'),
      },
      () => this.unitOfWork.run(body),
    );
  }
}

function withoutAbsent(change: EventChange): EventChange {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined && value !== null));
}
