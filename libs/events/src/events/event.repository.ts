import { pageFound, type Page, type PageArgs } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, In, Not, type EntityManager } from 'typeorm';
import { Event } from './event.entity.js';
import type { EventState } from './event.rules.js';

/** The address repeats the shown name without accents, with its edition number. */
const searched = "accent_blind(replace(one.slug, '-', ' ') || ' ' || one.name || ' ' || one.city)";

export interface EventSearch {
  /** The drafts that may be seen; null for every one. */
  readonly drafts: readonly string[] | null;
  readonly words: string | null;
  /** Those that were put away, instead of those in use. */
  readonly archived: boolean;
  readonly seriesId?: string | null;
  readonly state?: EventState | null;
}

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

  /** The edition of a series with that number, archived ones too. */
  edition(seriesId: string, editionNumber: number, manager: EntityManager): Promise<Event | null> {
    return manager.findOneBy(Event, { seriesId, editionNumber });
  }

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

  /** Of the public events and the drafts among `drafts`, those that are looked for; the latest first. */
  async found({ drafts, words, archived, seriesId, state }: EventSearch, page: PageArgs): Promise<Page<Event>> {
    const query = this.dataSource.manager
      .createQueryBuilder(Event, 'one')
      .where(archived ? 'one.archivedAt IS NOT NULL' : 'one.archivedAt IS NULL');
    if (drafts) query.andWhere("(one.state <> 'draft' OR one.id = ANY(:drafts))", { drafts });
    if (words) query.andWhere(`strpos(${searched}, accent_blind(:words)) > 0`, { words });
    if (seriesId) query.andWhere('one.seriesId = :seriesId', { seriesId });
    if (state) query.andWhere('one.state = :state', { state });
    return pageFound(query.orderBy({ 'one.startsOn': 'DESC', 'one.slug': 'ASC' }), page);
  }

  async hasOrganizer(eventId: string, manager: EntityManager): Promise<boolean> {
    return (
      (await manager.query<unknown[]>('SELECT FROM event_organizer WHERE event_id = $1 LIMIT 1', [eventId])).length > 0
    );
  }
}
