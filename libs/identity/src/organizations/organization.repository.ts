import { Injectable } from '@nestjs/common';
import { isId } from '#kernel';
import { DataSource, In, type EntityManager } from 'typeorm';
import { Organization } from './organization.entity.js';

@Injectable()
export class OrganizationRepository {
  constructor(private readonly dataSource: DataSource) {}

  readonly byIds = async (ids: readonly string[]): Promise<ReadonlyMap<string, Organization>> => {
    const rows = await this.dataSource.manager.findBy(Organization, { id: In(ids.filter(isId)) });
    return new Map(rows.map((row) => [row.id, row]));
  };

  /** By name; `among` null: all of them. */
  all(
    among: readonly string[] | null = null,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Organization[]> {
    const where = among === null ? {} : { id: In([...among]) };
    return manager.find(Organization, { where, order: { name: 'ASC', id: 'ASC' } });
  }

  forChange(manager: EntityManager, id: string): Promise<Organization | null> {
    return manager.findOne(Organization, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }
}
