import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { Institution } from './institution.entity.js';

@Injectable()
export class InstitutionRepository {
  constructor(private readonly dataSource: DataSource) {}

  byId(id: string): Promise<Institution | null> {
    return this.dataSource.getRepository(Institution).findOneBy({ id });
  }

  readonly byIds = async (ids: readonly string[]): Promise<Map<string, Institution>> => {
    const rows = await this.dataSource.getRepository(Institution).findBy({ id: In([...ids]) });
    return new Map(rows.map((row) => [row.id, row]));
  };

  forChange(manager: EntityManager, id: string): Promise<Institution | null> {
    return manager.findOne(Institution, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }
}
