import { groupedBy } from '#kernel';
import { Injectable } from '@nestjs/common';
import { DataSource, ILike, IsNull, type EntityManager } from 'typeorm';
import { Venue } from './venue.entity.js';

/** What LIKE would read as a wildcard is meant as itself. */
const escaped = (name: string): string => name.replace(/[\\%_]/g, '\\$&');

@Injectable()
export class VenueRepository {
  constructor(private readonly dataSource: DataSource) {}

  byId(id: string, manager: EntityManager = this.dataSource.manager): Promise<Venue | null> {
    return manager.findOneBy(Venue, { id });
  }

  /** One in use by its name, whatever its case. */
  named(eventId: string, name: string, manager: EntityManager): Promise<Venue | null> {
    return manager.findOneBy(Venue, { eventId, archivedAt: IsNull(), name: ILike(escaped(name)) });
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
