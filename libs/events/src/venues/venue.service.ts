import { newId, tidyLine, type Refusal } from '#kernel';
import { AuditTrail, NotFound, refusedBy, requireMay, UnitOfWork, type Viewer, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { EventRepository } from '../events/event.repository.js';
import { refuseTexts } from '../texts/text.rules.js';
import { RoomGuards } from './room-guards.js';
import { RoomRepository } from './room.repository.js';
import { Venue } from './venue.entity.js';
import { VenueRepository } from './venue.repository.js';
import { venueRefusals } from './venue.rules.js';

export interface VenueDraft {
  readonly eventId: string;
  readonly name: string;
  readonly address: string;
}

interface Verb {
  readonly viewer: Viewer;
  readonly action: string;
}

/** Organisers of the event only. */
@Injectable()
export class VenueService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly events: EventRepository,
    private readonly venues: VenueRepository,
    private readonly rooms: RoomRepository,
    private readonly guards: RoomGuards,
    private readonly audit: AuditTrail,
  ) {}

  async add(viewer: Viewer, { eventId, name, address }: VenueDraft): Promise<Venue | Refusal> {
    const event = await this.events.byId(eventId);
    if (!event) throw new NotFound('event');
    requireMay(viewer, 'event.change', event.id);
    const venue = { id: newId(), eventId, name, address, archivedAt: null };
    return this.saving({ viewer, action: 'addVenue' }, null, venue, () => venue);
  }

  async update(viewer: Viewer, id: string, change: { name?: string; address?: string }): Promise<Venue | Refusal> {
    const known = await this.organised(viewer, id);
    const wanted = { ...known, name: change.name ?? known.name, address: change.address ?? known.address };
    return this.saving({ viewer, action: 'updateVenue' }, known, wanted, () => wanted);
  }

  /** Puts the venue away with its rooms; refuses when something still takes place in one of them. */
  async archive(viewer: Viewer, id: string): Promise<Venue | Refusal> {
    const known = await this.organised(viewer, id);
    return this.unitOfWork.run(async (work) => {
      await this.events.toChange(known.eventId, work.manager);
      const rooms = (await this.rooms.ofVenues([id], work.manager)).get(id) ?? [];
      for (const room of rooms) {
        const refusal = await this.guards.refuse(room, work);
        if (refusal) return refusal;
      }
      const archivedAt = known.archivedAt ?? work.now;
      await this.rooms.archiveIn(id, archivedAt, work.manager);
      return this.save({ viewer, action: 'archiveVenue' }, known, { ...known, archivedAt }, work);
    });
  }

  /** Brings the venue back with the rooms that were put away with it; refuses when one of the names is taken by now. */
  async restore(viewer: Viewer, id: string): Promise<Venue | Refusal> {
    const known = await this.organised(viewer, id);
    return this.saving({ viewer, action: 'restoreVenue' }, known, known, async ({ manager }) => {
      if (known.archivedAt) await this.rooms.restoreIn(id, known.archivedAt, manager);
      return { ...known, archivedAt: null };
    });
  }

  private async organised(viewer: Viewer, id: string): Promise<Venue> {
    const venue = await this.venues.byId(id);
    if (!venue) throw new NotFound('venue');
    requireMay(viewer, 'event.change', venue.eventId);
    return venue;
  }

  private async saving(
    verb: Verb,
    before: Venue | null,
    { eventId, name, address }: VenueDraft,
    change: (work: Work) => Venue | Promise<Venue>,
  ): Promise<Venue | Refusal> {
    const unfit = refuseTexts({ name, address });
    if (unfit) return unfit;
    const taken = {
      venue_name: () => venueRefusals.VENUE_NAME_TAKEN({ name }, 'name'),
      room_name: () => venueRefusals.VENUE_ROOM_NAME_TAKEN({ name }),
    };
    return refusedBy<Venue | Refusal>(taken, () =>
      this.unitOfWork.run(async (work) => {
        await this.events.toChange(eventId, work.manager);
        const venue = await change(work);
        const tidied = { ...venue, name: tidyLine(venue.name), address: tidyLine(venue.address) };
        return this.save(verb, before, tidied, work);
      }),
    );
  }

  private async save(verb: Verb, before: Venue | null, after: Venue, work: Work): Promise<Venue> {
    const venue = await work.manager.save(Venue, after);
    await this.audit.recordChange(work, { ...verb, subject: 'Venue', eventId: venue.eventId }, before, venue);
    return venue;
  }
}
