import { EventOrganizerRepository, EventRepository, EventSeriesRepository, shownName, type Event } from '#events';
import { Institution } from '#institutions';
import { NotFound } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** What every mail and page of this lib says of an event. */
export interface EventCard {
  readonly event: Event;
  /** With its number: `II Encuentro Nacional…`. */
  readonly name: string;
  /** The institution that holds it, first in protocol; the event's own name when it names none. */
  readonly organizer: string;
}

@Injectable()
export class EventCards {
  constructor(
    private readonly events: EventRepository,
    private readonly series: EventSeriesRepository,
    private readonly organizers: EventOrganizerRepository,
    private readonly dataSource: DataSource,
  ) {}

  async of(eventId: string, manager: EntityManager = this.dataSource.manager): Promise<EventCard> {
    const event = await this.events.byId(eventId, manager);
    const series = event && (await this.series.byId(event.seriesId, manager));
    if (!series) throw new NotFound('event');
    const name = shownName(event, series);
    const [first] = await this.organizers.ofEvent(eventId, manager);
    const institution = first ? await manager.findOneBy(Institution, { id: first.institutionId }) : null;
    return { event, name, organizer: institution?.name ?? name };
  }
}
