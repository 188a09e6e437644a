import { Injectable } from '@nestjs/common';
import { limitOf, offsetOf, pageAt, type Page, type PageArgs } from '#platform';
import { DataSource, In, type EntityManager } from 'typeorm';
import { Account } from './account.entity.js';

@Injectable()
export class AccountRepository {
  constructor(private readonly dataSource: DataSource) {}

  byEmail(email: string): Promise<Account | null> {
    return this.dataSource.getRepository(Account).findOneBy({ email });
  }

  byId(id: string): Promise<Account | null> {
    return this.dataSource.getRepository(Account).findOneBy({ id });
  }

  readonly byIds = async (ids: readonly string[]): Promise<Map<string, Account>> => {
    const rows = await this.dataSource.getRepository(Account).findBy({ id: In([...ids]) });
    return new Map(rows.map((row) => [row.id, row]));
  };

  async page(page: PageArgs): Promise<Page<Account>> {
    const [rows, total] = await this.dataSource
      .getRepository(Account)
      .findAndCount({ order: { name: 'ASC', id: 'ASC' }, skip: offsetOf(page), take: limitOf(page) });
    return pageAt(rows, total, page);
  }

  forChange(manager: EntityManager, id: string): Promise<Account | null> {
    return manager.findOne(Account, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }
}
