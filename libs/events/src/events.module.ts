import { Module } from '@nestjs/common';
import { EventRepository } from './events/event.repository.js';
import { EventOrganizerRepository } from './organizers/event-organizer.repository.js';
import { EventSeriesRepository } from './series/event-series.repository.js';
import { RoomRepository } from './venues/room.repository.js';
import { VenueRepository } from './venues/venue.repository.js';

const repositories = [
  EventSeriesRepository,
  EventRepository,
  EventOrganizerRepository,
  VenueRepository,
  RoomRepository,
];

@Module({ providers: [...repositories], exports: [...repositories] })
export class EventsModule {}
