import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { EventSeries } from './event-series.entity.js';

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

  all(): Promise<EventSeries[]> {
    return this.dataSource.manager.find(EventSeries, { order: { name: 'ASC' } });
  }
}
