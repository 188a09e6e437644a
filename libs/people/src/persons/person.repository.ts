import { isId } from '#kernel';
import { limitOf, offsetOf, pageAt, type Found, type Page, type PageArgs } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { Person } from './person.entity.js';

/** The expression of the index person_search. */
const searched = "accent_blind(one.given_names || ' ' || one.family_names)";

/** What LIKE would read as a wildcard is meant as itself. */
const escaped = (words: string): string => words.replace(/[\\%_]/g, '\\$&');

export interface PersonGlance {
  readonly words: string;
  /** null: of all. */
  readonly organizations: readonly string[] | null;
  /** Calendar day on which their position is told. */
  readonly today: string;
}

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

  /** The first few whose full name holds the words, with what they are on the day. */
  atAGlance({ words, organizations, today }: PersonGlance, limit: number): Promise<Found[]> {
    return this.dataSource.query<Found[]>(
      `SELECT one.id, one.given_names || ' ' || one.family_names AS title, coalesce(held.detail, '') AS detail, NULL AS "eventSlug"
       FROM (
         SELECT id, given_names, family_names FROM person one
         WHERE ${searched} LIKE '%' || accent_blind($1) || '%' AND ($2::uuid[] IS NULL OR organization_id = ANY ($2))
         ORDER BY family_names, given_names, id LIMIT $4
       ) one
       LEFT JOIN LATERAL (
         SELECT position.title || ', ' || coalesce(institution.short_name, institution.name) AS detail
         FROM position JOIN institution ON institution.id = position.institution_id
         WHERE person_id = one.id AND starts_on <= $3 AND (ends_on IS NULL OR ends_on >= $3)
         ORDER BY starts_on DESC, position.id LIMIT 1
       ) held ON true
       ORDER BY family_names, given_names, one.id`,
      [escaped(words), organizations, today, limit],
    );
  }

  forChange(manager: EntityManager, id: string): Promise<Person | null> {
    return manager.findOne(Person, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }
}
