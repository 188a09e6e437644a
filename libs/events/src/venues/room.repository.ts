import { groupedBy } from '#kernel';
import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, type EntityManager } from 'typeorm';
import { Room } from './room.entity.js';

@Injectable()
export class RoomRepository {
  constructor(private readonly dataSource: DataSource) {}

  byId(id: string, manager: EntityManager = this.dataSource.manager): Promise<Room | null> {
    return manager.findOneBy(Room, { id });
  }

  byIds = async (ids: readonly string[]): Promise<ReadonlyMap<string, Room>> => {
    const rows = await this.dataSource.manager.findBy(Room, { id: In([...ids]) });
    return new Map(rows.map((row) => [row.id, row]));
  };

  /** The event's rooms in use, in the order in which they are shown. */
  ofEvent(eventId: string, manager: EntityManager = this.dataSource.manager): Promise<Room[]> {
    return manager.find(Room, { where: { eventId, archivedAt: IsNull() }, order: { order: 'ASC', name: 'ASC' } });
  }

  /** The rooms of several venues, archived ones too, in the order in which they are shown. */
  readonly ofVenues = async (
    venueIds: readonly string[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ReadonlyMap<string, Room[]>> => {
    const where = { venueId: In([...venueIds]) };
    const rows = await manager.find(Room, { where, order: { order: 'ASC', name: 'ASC' } });
    return groupedBy(rows, (row) => row.venueId);
  };

  async lastOrder(eventId: string, manager: EntityManager): Promise<number> {
    return (await manager.maximum(Room, 'order', { eventId })) ?? 0;
  }

  /** Writes the places 1, 2, 3… in the order of the ids. */
  async reorder(eventId: string, ids: readonly string[], manager: EntityManager): Promise<void> {
    await manager.query(
      `UPDATE room SET shown_order = place FROM unnest($2::uuid[]) WITH ORDINALITY AS wanted (id, place)
       WHERE room.id = wanted.id AND event_id = $1`,
      [eventId, ids],
    );
  }

  async archiveIn(venueId: string, archivedAt: Date, manager: EntityManager): Promise<void> {
    await manager.update(Room, { venueId, archivedAt: IsNull() }, { archivedAt });
  }

  /** Only those that were put away at that instant, with their venue. */
  async restoreIn(venueId: string, archivedAt: Date, manager: EntityManager): Promise<void> {
    await manager.update(Room, { venueId, archivedAt }, { archivedAt: null });
  }
}
