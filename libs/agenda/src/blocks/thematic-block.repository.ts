import { groupedBy } from '#kernel';
import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { ThematicBlock } from './thematic-block.entity.js';

@Injectable()
export class ThematicBlockRepository {
  constructor(private readonly dataSource: DataSource) {}

  byId(id: string, manager: EntityManager = this.dataSource.manager): Promise<ThematicBlock | null> {
    return manager.findOneBy(ThematicBlock, { id });
  }

  readonly byIds = async (ids: readonly string[]): Promise<ReadonlyMap<string, ThematicBlock>> => {
    const rows = await this.dataSource.manager.findBy(ThematicBlock, { id: In([...ids]) });
    return new Map(rows.map((row) => [row.id, row]));
  };

  /** Each event's blocks in the order in which they are shown. */
  readonly ofEvents = async (eventIds: readonly string[]): Promise<ReadonlyMap<string, ThematicBlock[]>> => {
    const where = { eventId: In([...eventIds]) };
    const rows = await this.dataSource.manager.find(ThematicBlock, { where, order: { order: 'ASC' } });
    return groupedBy(rows, (row) => row.eventId);
  };

  countIn(eventId: string, manager: EntityManager): Promise<number> {
    return manager.countBy(ThematicBlock, { eventId });
  }
}
