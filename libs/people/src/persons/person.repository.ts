import { isId } from '#kernel';
import { limitOf, offsetOf, pageAt, type Page, type PageArgs } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { Person } from './person.entity.js';

/** The expression of the index person_search. */
const searched = "accent_blind(one.given_names || ' ' || one.family_names)";

/** What LIKE would read as a wildcard is meant as itself. */
const escaped = (words: string): string => words.replace(/[\\%_]/g, '\\$&');

@Injectable()
export class PersonRepository {
  constructor(private readonly dataSource: DataSource) {}

  byId(id: string, manager: EntityManager = this.dataSource.manager): Promise<Person | null> {
    return manager.findOneBy(Person, { id });
  }

  readonly byIds = async (ids: readonly string[]): Promise<Map<string, Person>> => {
    const rows = await this.dataSource.getRepository(Person).findBy({ id: In(ids.filter(isId)) });
    return new Map(rows.map((row) => [row.id, row]));
  };

  /** People of the organisations (null: of all) whose full name holds the words, whatever their case and accents; by family names. */
  async found(
    words: string | null,
    page: PageArgs,
    organizations: readonly string[] | null = null,
  ): Promise<Page<Person>> {
    const query = this.dataSource.getRepository(Person).createQueryBuilder('one');
    if (words) query.andWhere(`${searched} LIKE '%' || accent_blind(:words) || '%'`, { words: escaped(words) });
    if (organizations)
      query.andWhere('one.organization_id = ANY(:organizations)', { organizations: [...organizations] });
    const [rows, total] = await query
      .orderBy('accent_blind(one.family_names)')
      .addOrderBy('accent_blind(one.given_names)')
      .addOrderBy('one.id')
      .offset(offsetOf(page))
      .limit(limitOf(page))
      .getManyAndCount();
    return pageAt(rows, total, page);
  }

  forChange(manager: EntityManager, id: string): Promise<Person | null> {
    return manager.findOne(Person, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }
}
