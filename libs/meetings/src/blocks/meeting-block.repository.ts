import { groupedBy, isId } from '#kernel';
import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { MeetingBlock } from './meeting-block.entity.js';
import { MeetingTable } from './meeting-table.entity.js';

@Injectable()
export class MeetingBlockRepository {
  constructor(private readonly dataSource: DataSource) {}

  byId(id: string, manager: EntityManager = this.dataSource.manager): Promise<MeetingBlock | null> {
    return isId(id) ? manager.findOneBy(MeetingBlock, { id }) : Promise.resolve(null);
  }

  byIds = async (ids: readonly string[]): Promise<ReadonlyMap<string, MeetingBlock>> => {
    const rows = await this.dataSource.manager.findBy(MeetingBlock, { id: In(ids.filter(isId)) });
    return new Map(rows.map((row) => [row.id, row]));
  };

  /** The event's blocks in order of time. */
  ofEvent(eventId: string, manager: EntityManager = this.dataSource.manager): Promise<MeetingBlock[]> {
    return manager.find(MeetingBlock, { where: { eventId }, order: { startsAt: 'ASC' } });
  }

  /** For adding meetings: many may at once, but nobody moves meetings meanwhile. */
  toFill(eventId: string, manager: EntityManager): Promise<MeetingBlock[]> {
    return this.locked(eventId, manager, 'pessimistic_read');
  }

  /** For moving meetings or changing blocks: alone, so that two moves cannot wait for each other's slots. */
  toRearrange(eventId: string, manager: EntityManager): Promise<MeetingBlock[]> {
    return this.locked(eventId, manager, 'for_no_key_update');
  }

  private locked(eventId: string, manager: EntityManager, mode: 'pessimistic_read' | 'for_no_key_update') {
    return manager.find(MeetingBlock, { where: { eventId }, order: { startsAt: 'ASC', id: 'ASC' }, lock: { mode } });
  }

  tablesByIds = async (ids: readonly string[]): Promise<ReadonlyMap<string, MeetingTable>> => {
    const rows = await this.dataSource.manager.findBy(MeetingTable, { id: In([...ids]) });
    return new Map(rows.map((row) => [row.id, row]));
  };

  /** The tables of several blocks, each block's by number. */
  tablesOfBlocks = async (blockIds: readonly string[]): Promise<ReadonlyMap<string, MeetingTable[]>> => {
    const where = { blockId: In([...blockIds]) };
    const rows = await this.dataSource.manager.find(MeetingTable, { where, order: { number: 'ASC' } });
    return groupedBy(rows, ({ blockId }) => blockId);
  };

  /** The block's tables by number. */
  tablesOf(blockId: string, manager: EntityManager = this.dataSource.manager): Promise<MeetingTable[]> {
    return manager.find(MeetingTable, { where: { blockId }, order: { number: 'ASC' } });
  }

  async hasMeetings(blockId: string, manager: EntityManager): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `SELECT 1 FROM bilateral_meeting WHERE block_id = $1 UNION ALL SELECT 1 FROM meeting_request WHERE block_id = $1 LIMIT 1`,
      [blockId],
    );
    return rows.length > 0;
  }
}
