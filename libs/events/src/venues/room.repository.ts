import { groupedBy } from '#kernel';
import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
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

  /** The event's rooms, in the order in which they are shown. */
  ofEvent(eventId: string, manager: EntityManager = this.dataSource.manager): Promise<Room[]> {
    return manager.find(Room, { where: { eventId }, order: { order: 'ASC' } });
  }

  /** The rooms of several venues, in the order in which they are shown. */
  ofVenues = async (venueIds: readonly string[]): Promise<ReadonlyMap<string, Room[]>> => {
    const rows = await this.dataSource.manager
      .createQueryBuilder(Room, 'room')
      .where('room.venueId = ANY(:venueIds)', { venueIds })
      .orderBy('room.order')
      .getMany();
    return groupedBy(rows, (row) => row.venueId);
  };
}
