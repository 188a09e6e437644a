import { Injectable } from '@nestjs/common';
import { DataSource, In, Not, type EntityManager } from 'typeorm';
import { Event } from './event.entity.js';

@Injectable()
export class EventRepository {
  constructor(private readonly dataSource: DataSource) {}

  byId(id: string, manager: EntityManager = this.dataSource.manager): Promise<Event | null> {
    return manager.findOneBy(Event, { id });
  }

  bySlug(slug: string, manager: EntityManager = this.dataSource.manager): Promise<Event | null> {
    return manager.findOneBy(Event, { slug });
  }

  /** The events by id; ids that no row has are left out. */
  byIds = async (ids: readonly string[]): Promise<ReadonlyMap<string, Event>> => {
    const rows = await this.dataSource.manager.findBy(Event, { id: In([...ids]) });
    return new Map(rows.map((row) => [row.id, row]));
  };

  /** For a change of the event itself: waits for whoever changes it, or what must stand within its days. */
  toChange(id: string, manager: EntityManager): Promise<Event | null> {
    return manager.findOne(Event, { where: { id }, lock: { mode: 'for_no_key_update' } });
  }

  /** For a change that relies on the event's days and zone: they stay as they are until the transaction ends. */
  toRelyOn(id: string, manager: EntityManager): Promise<Event | null> {
    return manager.findOne(Event, { where: { id }, lock: { mode: 'pessimistic_read' } });
  }

  /** Everything but drafts, the latest first. */
  publicOnes(): Promise<Event[]> {
    return this.dataSource.manager.find(Event, {
      where: { state: Not('draft') },
      order: { startsOn: 'DESC', slug: 'ASC' },
    });
  }

  /** Public events and the drafts among `ids`; null for every event. */
  publicOrAmong(ids: readonly string[] | null): Promise<Event[]> {
    const where = ids === null ? {} : [{ state: Not('draft' as const) }, { id: In([...ids]) }];
    return this.dataSource.manager.find(Event, { where, order: { startsOn: 'DESC', slug: 'ASC' } });
  }
}
