import { groupedBy } from '#kernel';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Venue } from './venue.entity.js';

@Injectable()
export class VenueRepository {
  constructor(private readonly dataSource: DataSource) {}

  byId(id: string, manager: EntityManager = this.dataSource.manager): Promise<Venue | null> {
    return manager.findOneBy(Venue, { id });
  }

  ofEvents = async (eventIds: readonly string[]): Promise<ReadonlyMap<string, Venue[]>> => {
    const rows = await this.dataSource.manager
      .createQueryBuilder(Venue, 'venue')
      .where('venue.eventId = ANY(:eventIds)', { eventIds })
      .orderBy('venue.name')
      .getMany();
    return groupedBy(rows, (row) => row.eventId);
  };
}
