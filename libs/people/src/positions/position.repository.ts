import { groupedBy, isId } from '#kernel';
import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, type EntityManager } from 'typeorm';
import { Position } from './position.entity.js';

@Injectable()
export class PositionRepository {
  constructor(private readonly dataSource: DataSource) {}

  byId(id: string, manager: EntityManager = this.dataSource.manager): Promise<Position | null> {
    return manager.findOneBy(Position, { id });
  }

  readonly byIds = async (ids: readonly string[]): Promise<Map<string, Position>> => {
    const rows = await this.dataSource.getRepository(Position).findBy({ id: In(ids.filter(isId)) });
    return new Map(rows.map((row) => [row.id, row]));
  };

  /** Positions by person that were not archived, the latest first. */
  readonly ofPersons = async (personIds: readonly string[]): Promise<Map<string, Position[]>> => {
    const rows = await this.dataSource
      .getRepository(Position)
      .find({ where: { personId: In([...personIds]), archivedAt: IsNull() }, order: { startsOn: 'DESC', id: 'ASC' } });
    return groupedBy(rows, (row) => row.personId);
  };

  forChange(manager: EntityManager, id: string): Promise<Position | null> {
    return manager.findOne(Position, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }
}
