import { groupedBy } from '#kernel';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { EventOrganizer } from './event-organizer.entity.js';

@Injectable()
export class EventOrganizerRepository {
  constructor(private readonly dataSource: DataSource) {}

  byId(id: string, manager: EntityManager): Promise<EventOrganizer | null> {
    return manager.findOneBy(EventOrganizer, { id });
  }

  /** In protocol order. */
  ofEvent(eventId: string, manager: EntityManager = this.dataSource.manager): Promise<EventOrganizer[]> {
    return manager.find(EventOrganizer, { where: { eventId }, order: { order: 'ASC' } });
  }

  /** The organisers of several events, each list in protocol order. */
  ofEvents = async (eventIds: readonly string[]): Promise<ReadonlyMap<string, EventOrganizer[]>> => {
    const rows = await this.dataSource.manager
      .createQueryBuilder(EventOrganizer, 'organizer')
      .where('organizer.eventId = ANY(:eventIds)', { eventIds })
      .orderBy('organizer.order')
      .getMany();
    return groupedBy(rows, (row) => row.eventId);
  };

  /** Writes the places 1, 2, 3… in the order of the ids. */
  async reorder(eventId: string, ids: readonly string[], manager: EntityManager): Promise<void> {
    await manager.query(
      `UPDATE event_organizer SET protocol_order = place
       FROM unnest($2::uuid[]) WITH ORDINALITY AS wanted (id, place)
       WHERE event_organizer.id = wanted.id AND event_id = $1`,
      [eventId, ids],
    );
  }
}
