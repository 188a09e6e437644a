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

  ofEvent(eventId: string, manager: EntityManager = this.dataSource.manager): Promise<ThematicBlock[]> {
    return manager.find(ThematicBlock, { where: { eventId }, order: { order: 'ASC', name: 'ASC' } });
  }

  async lastOrder(eventId: string, manager: EntityManager): Promise<number> {
    return (await manager.maximum(ThematicBlock, 'order', { eventId })) ?? 0;
  }

  /** Writes the places 1, 2, 3… in the order of the ids. */
  async reorder(eventId: string, ids: readonly string[], manager: EntityManager): Promise<void> {
    await manager.query(
      `UPDATE thematic_block SET shown_order = place FROM unnest($2::uuid[]) WITH ORDINALITY AS wanted (id, place)
       WHERE thematic_block.id = wanted.id AND event_id = $1`,
      [eventId, ids],
    );
  }

  /** How many sessions carry it, cancelled ones too. */
  async sessionsWith(id: string, manager: EntityManager): Promise<number> {
    const [{ count }] = await manager.query<{ count: number }[]>(
      'SELECT count(*)::int AS count FROM session WHERE block_id = $1',
      [id],
    );
    return count;
  }
}
