import { newId, tidyLine, type Refusal } from '#kernel';
import { NotFound, refusedBy, requireRole, UnitOfWork, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import { EventRepository } from '../events/event.repository.js';
import { refuseTexts } from '../texts/text.rules.js';
import { Room } from './room.entity.js';
import { RoomRepository } from './room.repository.js';
import { VenueRepository } from './venue.repository.js';
import { refuseCapacity, venueRefusals } from './venue.rules.js';

export interface RoomDraft {
  readonly venueId: string;
  readonly name: string;
  readonly capacity: number;
}

/** Organisers of the event only. */
@Injectable()
export class RoomService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly events: EventRepository,
    private readonly venues: VenueRepository,
    private readonly rooms: RoomRepository,
  ) {}

  /** Puts the room after the event's other rooms. */
  async add(viewer: Viewer, { venueId, name, capacity }: RoomDraft): Promise<Room | Refusal> {
    const venue = await this.venues.byId(venueId);
    if (!venue) throw new NotFound('venue');
    requireRole(viewer, venue.eventId, 'organiser');
    return this.save({ id: newId(), eventId: venue.eventId, venueId, name, capacity, order: 0 });
  }

  async update(viewer: Viewer, id: string, change: { name?: string; capacity?: number }): Promise<Room | Refusal> {
    const room = await this.rooms.byId(id);
    if (!room) throw new NotFound('room');
    requireRole(viewer, room.eventId, 'organiser');
    return this.save({ ...room, name: change.name ?? room.name, capacity: change.capacity ?? room.capacity });
  }

  private async save(room: Room): Promise<Room | Refusal> {
    const unfit = refuseTexts({ name: room.name }) ?? refuseCapacity(room.capacity);
    if (unfit) return unfit;
    const taken = { room_name: () => venueRefusals.ROOM_NAME_TAKEN({ name: room.name }, 'name') };
    return refusedBy(taken, () =>
      this.unitOfWork.run(async ({ manager }) => {
        await this.events.toChange(room.eventId, manager);
        const order = room.order || (await this.rooms.ofEvent(room.eventId, manager)).length + 1;
        return manager.save(Room, { ...room, name: tidyLine(room.name), order });
      }),
    );
  }
}
