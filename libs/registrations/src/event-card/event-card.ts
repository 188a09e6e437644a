import { EventOrganizerRepository, EventRepository, EventSeriesRepository, shownName, type Event } from '#events';
import { InstitutionRepository } from '#institutions';
import { NotFound } from '#platform';
import { Injectable } from '@nestjs/common';

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
    private readonly institutions: InstitutionRepository,
  ) {}

  async of(eventId: string): Promise<EventCard> {
    const event = await this.events.byId(eventId);
    const series = event && (await this.series.byId(event.seriesId));
    if (!series) throw new NotFound('event');
    const name = shownName(event, series);
    const [first] = await this.organizers.ofEvent(eventId);
    const institution = first ? await this.institutions.byId(first.institutionId) : null;
    return { event, name, organizer: institution?.name ?? name };
  }
}
