import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { Person } from './person.entity.js';

@Injectable()
export class PersonRepository {
  constructor(private readonly dataSource: DataSource) {}

  byId(id: string, manager: EntityManager = this.dataSource.manager): Promise<Person | null> {
    return manager.findOneBy(Person, { id });
  }

  readonly byIds = async (ids: readonly string[]): Promise<Map<string, Person>> => {
    const rows = await this.dataSource.getRepository(Person).findBy({ id: In([...ids]) });
    return new Map(rows.map((row) => [row.id, row]));
  };

  forChange(manager: EntityManager, id: string): Promise<Person | null> {
    return manager.findOne(Person, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }
}
