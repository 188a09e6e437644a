import { limitOf, offsetOf, pageAt, type Page, type PageArgs } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, In, Not, type EntityManager } from 'typeorm';
import { Event } from './event.entity.js';

const latestFirst = { startsOn: 'DESC', slug: 'ASC' } as const;

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
    return this.dataSource.manager.find(Event, { where: { state: Not('draft') }, order: latestFirst });
  }

  /** One page of the public events and the drafts among `drafts` (null: every draft), the latest first. */
  async visible(drafts: readonly string[] | null, page: PageArgs): Promise<Page<Event>> {
    const where = drafts === null ? {} : [{ state: Not('draft' as const) }, { id: In([...drafts]) }];
    const slice = { skip: offsetOf(page), take: limitOf(page) };
    const [rows, total] = await this.dataSource.manager.findAndCount(Event, { where, order: latestFirst, ...slice });
    return pageAt(rows, total, page);
  }
}
