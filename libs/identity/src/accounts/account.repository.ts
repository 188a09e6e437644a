import { Injectable } from '@nestjs/common';
import { pageFound, searchPattern, type Page, type PageArgs } from '#platform';
import { DataSource, In, type EntityManager } from 'typeorm';
import { Account } from './account.entity.js';

@Injectable()
export class AccountRepository {
  constructor(private readonly dataSource: DataSource) {}

  byEmail(email: string, manager: EntityManager = this.dataSource.manager): Promise<Account | null> {
    return manager.findOneBy(Account, { email });
  }

  byId(id: string): Promise<Account | null> {
    return this.dataSource.getRepository(Account).findOneBy({ id });
  }

  readonly byIds = async (ids: readonly string[]): Promise<Map<string, Account>> => {
    const rows = await this.dataSource.getRepository(Account).findBy({ id: In([...ids]) });
    return new Map(rows.map((row) => [row.id, row]));
  };

  /** By name; those whose name or address holds the text, whatever its case and accents. */
  async page(page: PageArgs, search?: string | null): Promise<Page<Account>> {
    const query = this.dataSource.getRepository(Account).createQueryBuilder('one');
    const pattern = searchPattern(search);
    if (pattern) {
      const held = "accent_blind(one.name || ' ' || one.email::text) LIKE accent_blind(:pattern)";
      query.where(held, { pattern });
    }
    return pageFound(query.orderBy('one.name').addOrderBy('one.id'), page);
  }

  /** Those of the accounts whose owner never chose how to sign in, and was never here. */
  readonly unaccepted = async (
    ids: readonly string[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Map<string, true>> => {
    const rows = await manager.query<{ id: string }[]>(
      `SELECT id FROM account WHERE id = ANY ($1) AND password_hash IS NULL AND oidc_subject IS NULL
         AND NOT EXISTS (SELECT FROM passkey WHERE passkey.account_id = account.id)
         AND NOT EXISTS (SELECT FROM staff_session WHERE staff_session.account_id = account.id)`,
      [ids],
    );
    return new Map(rows.map(({ id }) => [id, true]));
  };

  forChange(manager: EntityManager, id: string): Promise<Account | null> {
    return manager.findOne(Account, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }
}
