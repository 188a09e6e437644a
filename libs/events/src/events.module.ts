import { InstitutionsModule } from '#institutions';
import { Module } from '@nestjs/common';
import { EventDaysGuards } from './events/event-days-guards.js';
import { EventFinder } from './events/event.finder.js';
import { EventRepository } from './events/event.repository.js';
import { PublicEventRepository } from './events/public-event.repository.js';
import { EventResolver } from './events/event.resolver.js';
import { EventService } from './events/event.service.js';
import { EventExporter } from './events/event.export.js';
import { EventImporter } from './events/event.import.js';
import { EventOrganizerExporter } from './organizers/event-organizer.export.js';
import { EventOrganizerImporter } from './organizers/event-organizer.import.js';
import { EventOrganizerRepository } from './organizers/event-organizer.repository.js';
import { EventOrganizerResolver } from './organizers/event-organizer.resolver.js';
import { EventOrganizerService } from './organizers/event-organizer.service.js';
import { OrganizerInstitutionResolver } from './organizers/organizer-institution.resolver.js';
import { EventSeriesExporter } from './series/event-series.export.js';
import { EventSeriesImporter } from './series/event-series.import.js';
import { SeriesByName } from './series/series-by-name.js';
import { EventSeriesRepository } from './series/event-series.repository.js';
import { EventSeriesResolver } from './series/event-series.resolver.js';
import { EventSeriesService } from './series/event-series.service.js';
import { RoomExporter } from './venues/room.export.js';
import { RoomImporter } from './venues/room.import.js';
import { RoomGuards } from './venues/room-guards.js';
import { StaffPlaces } from './staff/staff-places.js';
import { StaffExporter } from './staff/staff.export.js';
import { StaffImporter } from './staff/staff.import.js';
import { StaffRoleRepository } from './staff/staff-role.repository.js';
import { StaffRoleResolver } from './staff/staff-role.resolver.js';
import { RoomRepository } from './venues/room.repository.js';
import { RoomResolver } from './venues/room.resolver.js';
import { RoomService } from './venues/room.service.js';
import { VenueRepository } from './venues/venue.repository.js';
import { VenueResolver } from './venues/venue.resolver.js';
import { VenueService } from './venues/venue.service.js';

const repositories = [
  StaffRoleRepository,
  EventSeriesRepository,
  EventRepository,
  PublicEventRepository,
  EventOrganizerRepository,
  VenueRepository,
  RoomRepository,
];
const services = [EventSeriesService, EventService, EventOrganizerService, VenueService, RoomService];
const guards = [EventDaysGuards, RoomGuards];
const files = [
  StaffPlaces,
  StaffImporter,
  StaffExporter,
  SeriesByName,
  EventSeriesImporter,
  EventSeriesExporter,
  EventImporter,
  EventExporter,
  EventOrganizerImporter,
  EventOrganizerExporter,
  RoomImporter,
  RoomExporter,
];
const resolvers = [
  StaffRoleResolver,
  EventSeriesResolver,
  EventResolver,
  EventOrganizerResolver,
  OrganizerInstitutionResolver,
  VenueResolver,
  RoomResolver,
];

@Module({
  imports: [InstitutionsModule],
  providers: [EventFinder, ...repositories, ...services, ...guards, ...files, ...resolvers],
  exports: [...repositories, ...services, ...guards],
})
export class EventsModule {}
