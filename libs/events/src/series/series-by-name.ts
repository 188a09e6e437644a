import { organizationsWhere, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { comparable } from '../lists/cell-reading.js';
import { EventSeries } from './event-series.entity.js';

/** Finds a series as people write it in a file, among those whose editions the viewer may make. */
@Injectable()
export class SeriesByName {
  async of(viewer: Viewer, name: string, manager: EntityManager): Promise<EventSeries | null> {
    const among = organizationsWhere(viewer, 'event.create');
    const where = { archivedAt: IsNull(), ...(among && { organizationId: In([...among]) }) };
    const all = await manager.find(EventSeries, { where, order: { name: 'ASC' } });
    return all.find((series) => comparable(series.name) === comparable(name)) ?? null;
  }
}
