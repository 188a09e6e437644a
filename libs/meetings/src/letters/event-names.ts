import { EventRepository, EventSeriesRepository, RoomRepository, shownName, type Event } from '#events';
import { NotFound } from '#platform';
import { Injectable } from '@nestjs/common';

/** An event as mails, calendars and pages name it. */
export interface NamedEvent {
  readonly event: Event;
  /** With its number: `II Encuentro Nacional…`. */
  readonly name: string;
}

@Injectable()
export class EventNames {
  constructor(
    private readonly events: EventRepository,
    private readonly series: EventSeriesRepository,
    private readonly rooms: RoomRepository,
  ) {}

  async of(eventId: string): Promise<NamedEvent> {
    const event = await this.events.byId(eventId);
    const series = event && (await this.series.byId(event.seriesId));
    if (!event || !series) throw new NotFound('event');
    return { event, name: shownName(event, series) };
  }

  async roomName(roomId: string | null): Promise<string | null> {
    return roomId ? ((await this.rooms.byId(roomId))?.name ?? null) : null;
  }
}
