import { newId, tidyLine, type Refusal } from '#kernel';
import { NotFound, refusedBy, requireRole, UnitOfWork, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import { EventRepository } from '../events/event.repository.js';
import { refuseTexts } from '../texts/text.rules.js';
import { Venue } from './venue.entity.js';
import { VenueRepository } from './venue.repository.js';
import { venueRefusals } from './venue.rules.js';

export interface VenueDraft {
  readonly eventId: string;
  readonly name: string;
  readonly address: string;
}

/** Organisers of the event only. */
@Injectable()
export class VenueService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly events: EventRepository,
    private readonly venues: VenueRepository,
  ) {}

  async add(viewer: Viewer, { eventId, name, address }: VenueDraft): Promise<Venue | Refusal> {
    const event = await this.events.byId(eventId);
    if (!event) throw new NotFound('event');
    requireRole(viewer, event.id, 'organiser');
    return this.save({ id: newId(), eventId, name, address });
  }

  async update(viewer: Viewer, id: string, change: { name?: string; address?: string }): Promise<Venue | Refusal> {
    const venue = await this.venues.byId(id);
    if (!venue) throw new NotFound('venue');
    requireRole(viewer, venue.eventId, 'organiser');
    return this.save({ ...venue, name: change.name ?? venue.name, address: change.address ?? venue.address });
  }

  private async save(venue: Venue): Promise<Venue | Refusal> {
    const unfit = refuseTexts({ name: venue.name, address: venue.address });
    if (unfit) return unfit;
    const taken = { venue_name: () => venueRefusals.VENUE_NAME_TAKEN({ name: venue.name }, 'name') };
    return refusedBy(taken, () =>
      this.unitOfWork.run(({ manager }) =>
        manager.save(Venue, { ...venue, name: tidyLine(venue.name), address: tidyLine(venue.address) }),
      ),
    );
  }
}
