import { newId, tidyLine, type Refusal } from '#kernel';
import { AuditTrail, NotFound, refusedBy, requireMay, UnitOfWork, type Viewer, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { EventRepository } from '../events/event.repository.js';
import { isWholeOrder } from '../lists/whole-order.rules.js';
import { refuseTexts } from '../texts/text.rules.js';
import { RoomGuards } from './room-guards.js';
import { Room } from './room.entity.js';
import { RoomRepository } from './room.repository.js';
import { VenueRepository } from './venue.repository.js';
import { refuseCapacity, venueRefusals } from './venue.rules.js';

export interface RoomDraft {
  readonly venueId: string;
  readonly name: string;
  readonly capacity: number;
}

interface Verb {
  readonly viewer: Viewer;
  readonly action: string;
}

/** Organisers of the event only. The event's row is locked meanwhile: two changes of its rooms happen one after the other. */
@Injectable()
export class RoomService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly events: EventRepository,
    private readonly venues: VenueRepository,
    private readonly rooms: RoomRepository,
    private readonly guards: RoomGuards,
    private readonly audit: AuditTrail,
  ) {}

  /** Puts the room after the event's other rooms. */
  async add(viewer: Viewer, { venueId, name, capacity }: RoomDraft): Promise<Room | Refusal> {
    const eventId = await this.eventOf(viewer, venueId);
    return this.saving({ viewer, action: 'addRoom' }, { eventId, name, capacity }, async ({ manager }) => {
      const order = (await this.rooms.lastOrder(eventId, manager)) + 1;
      return [null, { id: newId(), eventId, venueId, name, capacity, order, archivedAt: null }];
    });
  }

  async update(viewer: Viewer, id: string, change: { name?: string; capacity?: number }): Promise<Room | Refusal> {
    const known = await this.organised(viewer, id);
    const wanted = { ...known, name: change.name ?? known.name, capacity: change.capacity ?? known.capacity };
    return this.saving({ viewer, action: 'updateRoom' }, wanted, async (work) => {
      const { name, capacity } = wanted;
      const before = await this.existing(id, work);
      return [before, { ...before, name, capacity }];
    });
  }

  /** Puts the room away; refuses one in which something still takes place. */
  async archive(viewer: Viewer, id: string): Promise<Room | Refusal> {
    const known = await this.organised(viewer, id);
    return this.unitOfWork.run(async (work) => {
      await this.events.toChange(known.eventId, work.manager);
      const before = await this.existing(id, work);
      const refusal = await this.guards.refuse(before, work);
      if (refusal) return refusal;
      const room = { ...before, archivedAt: before.archivedAt ?? work.now };
      return this.save({ viewer, action: 'archiveRoom' }, before, room, work);
    });
  }

  /** Refuses when its venue is archived, or another room took its name meanwhile. */
  async restore(viewer: Viewer, id: string): Promise<Room | Refusal> {
    const known = await this.organised(viewer, id);
    const venue = await this.venues.byId(known.venueId);
    if (venue?.archivedAt) return venueRefusals.VENUE_IS_ARCHIVED({ venue: venue.name });
    return this.saving({ viewer, action: 'restoreRoom' }, known, async (work) => {
      const before = await this.existing(id, work);
      return [before, { ...before, archivedAt: null }];
    });
  }

  /** `roomIds` names every room in use of the event, the first one first. Answers them in that order. */
  async reorder(viewer: Viewer, eventId: string, roomIds: readonly string[]): Promise<Room[] | Refusal> {
    requireMay(viewer, 'event.change', eventId);
    return this.unitOfWork.run(async (work) => {
      if (!(await this.events.toChange(eventId, work.manager))) throw new NotFound('event');
      const present = (await this.rooms.ofEvent(eventId, work.manager)).map(({ id }) => id);
      if (!isWholeOrder(present, roomIds)) return venueRefusals.ROOM_ORDER_UNFIT({}, 'roomIds');
      await this.rooms.reorder(eventId, roomIds, work.manager);
      const deed = { viewer, action: 'reorderRooms', subject: 'Event', eventId };
      await this.audit.recordChange(work, deed, { id: eventId, rooms: present }, { id: eventId, rooms: roomIds });
      return this.rooms.ofEvent(eventId, work.manager);
    });
  }

  private eventOf(viewer: Viewer, venueId: string): Promise<string> {
    return this.unitOfWork.run(async ({ manager }) => {
      const venue = await this.venues.byId(venueId, manager);
      if (!venue) throw new NotFound('venue');
      requireMay(viewer, 'event.change', venue.eventId);
      return venue.eventId;
    });
  }

  private async organised(viewer: Viewer, id: string): Promise<Room> {
    const room = await this.rooms.byId(id);
    if (!room) throw new NotFound('room');
    requireMay(viewer, 'event.change', room.eventId);
    return room;
  }

  private async existing(id: string, { manager }: Work): Promise<Room> {
    const room = await this.rooms.byId(id, manager);
    if (!room) throw new NotFound('room');
    return room;
  }

  /** `change` answers the room as it was (null when it is new) and as it shall be. */
  private async saving(
    verb: Verb,
    { eventId, name, capacity }: Pick<Room, 'eventId' | 'name' | 'capacity'>,
    change: (work: Work) => Promise<[before: Room | null, after: Room]>,
  ): Promise<Room | Refusal> {
    const unfit = refuseTexts({ name }) ?? refuseCapacity(capacity);
    if (unfit) return unfit;
    const taken = { room_name: () => venueRefusals.ROOM_NAME_TAKEN({ name }, 'name') };
    return refusedBy<Room | Refusal>(taken, () =>
      this.unitOfWork.run(async (work) => {
        await this.events.toChange(eventId, work.manager);
        const [before, after] = await change(work);
        return this.save(verb, before, { ...after, name: tidyLine(after.name) }, work);
      }),
    );
  }

  private async save(verb: Verb, before: Room | null, after: Room, work: Work): Promise<Room> {
    const room = await work.manager.save(Room, after);
    await this.audit.recordChange(work, { ...verb, subject: 'Room', eventId: room.eventId }, before, room);
    return room;
  }
}
