import { pageFound, type Page, type PageArgs } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, type EntityManager } from 'typeorm';
import { EventSeries } from './event-series.entity.js';

export interface SeriesSearch {
  readonly words: string | null;
  /** Those that were put away, instead of those in use. */
  readonly archived: boolean;
}

/** What a series has held so far. */
export interface Editions {
  readonly count: number;
  /** The greatest number that any of its editions bears, archived ones too. */
  readonly lastNumber: number;
}

@Injectable()
export class EventSeriesRepository {
  constructor(private readonly dataSource: DataSource) {}

  byId(id: string, manager: EntityManager = this.dataSource.manager): Promise<EventSeries | null> {
    return manager.findOneBy(EventSeries, { id });
  }

  /** The series by id; ids that no row has are left out. */
  byIds = async (ids: readonly string[]): Promise<ReadonlyMap<string, EventSeries>> => {
    const rows = await this.dataSource.manager.findBy(EventSeries, { id: In([...ids]) });
    return new Map(rows.map((row) => [row.id, row]));
  };

  toChange(id: string, manager: EntityManager): Promise<EventSeries | null> {
    return manager.findOne(EventSeries, { where: { id }, lock: { mode: 'for_no_key_update' } });
  }

  /** The organisation's series that are in use. */
  inUse(organizationId: string, manager: EntityManager): Promise<EventSeries[]> {
    return manager.findBy(EventSeries, { organizationId, archivedAt: IsNull() });
  }

  /** Series whose name holds the words, whatever their case and accents; by name. */
  async found({ words, archived }: SeriesSearch, page: PageArgs): Promise<Page<EventSeries>> {
    const query = this.dataSource.manager
      .createQueryBuilder(EventSeries, 'one')
      .where(archived ? 'one.archivedAt IS NOT NULL' : 'one.archivedAt IS NULL');
    if (words) query.andWhere('strpos(accent_blind(one.name), accent_blind(:words)) > 0', { words });
    return pageFound(query.orderBy('accent_blind(one.name)').addOrderBy('one.id'), page);
  }

  /** Of each series; one without editions is left out. */
  readonly editionsOf = async (ids: readonly string[]): Promise<ReadonlyMap<string, Editions>> => {
    const rows = await this.dataSource.query<(Editions & { seriesId: string })[]>(
      `SELECT series_id AS "seriesId", count(*) FILTER (WHERE archived_at IS NULL)::int AS count,
         max(edition_number) AS "lastNumber"
       FROM event WHERE series_id = ANY($1) GROUP BY series_id`,
      [ids],
    );
    return new Map(rows.map((row) => [row.seriesId, row]));
  };
}
