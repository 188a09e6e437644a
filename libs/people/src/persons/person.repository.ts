import { groupedBy, isId } from '#kernel';
import { limitOf, offsetOf, pageAt, type Found, type Page, type PageArgs } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { Person } from './person.entity.js';

export const personOrders = ['name', 'nameDescending', 'newest'] as const;
export type PersonOrder = (typeof personOrders)[number];

/** What a list is ordered by. */
const places: Readonly<Record<PersonOrder, readonly [column: string, direction: 'ASC' | 'DESC']>> = {
  name: ['searched', 'ASC'],
  nameDescending: ['searched', 'DESC'],
  newest: ['created_at', 'DESC'],
};

export interface PersonSearch {
  /** Null: of all organisations. */
  readonly organizations: readonly string[] | null;
  /** Words that each stand in the names, the e-mail, or the name of an institution of theirs. */
  readonly words?: string;
  readonly institutionId?: string | null;
  /** Only those with another of the same name or document beside them. */
  readonly hasTwin?: boolean | null;
  readonly hasEmail?: boolean | null;
  readonly archived?: boolean;
  readonly order?: PersonOrder;
}

/**
 * The people of an institution whose name holds the word. The few institutions are looked up first, as an array, and their people through the
 * index of positions: right after a large import, of which PostgreSQL has no statistics yet, a join would be tried for each position.
 */
const atInstitution = (word: string): string => `one.id IN (
  SELECT position.person_id FROM position
  WHERE position.archived_at IS NULL AND position.institution_id = ANY (ARRAY(
    SELECT id FROM institution
    WHERE accent_blind(name || ' ' || coalesce(short_name, '')) LIKE '%' || accent_blind(:${word}) || '%')))`;

/** The same person written twice, perhaps: of one organisation, with the same name or the same document. */
const twins = [
  'other.called = one.called',
  '(other.document_type, other.document_number) = (one.document_type, one.document_number)',
].map(
  (alike) => `SELECT one.id AS one, other.id AS other FROM person one JOIN person other
      ON other.organization_id = one.organization_id AND other.id <> one.id AND other.archived_at IS NULL AND ${alike}`,
);

export interface SimilarTo {
  readonly givenNames: string;
  readonly familyNames: string;
  readonly email?: string | null;
}

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

  /** The people of a list; every order ends with the id, so that pages do not overlap. */
  async found(search: PersonSearch, page: PageArgs): Promise<Page<Person>> {
    const [column, direction] = places[search.order ?? 'name'];
    const query = this.searched(search).select('one.id', 'id').addSelect(`one.${column}`, 'place');
    const [text, values] = query.getQueryAndParameters();
    // A search, for twins too, looks at every row, and does so once for the page and the total; any other list takes its page from the index.
    const [found] = await this.dataSource.query<{ ids: string[]; total: number }[]>(
      `WITH found AS ${search.words || search.hasTwin ? '' : 'NOT '}MATERIALIZED (${text})
       SELECT (SELECT count(*)::int FROM found) AS total,
         ARRAY(SELECT id FROM found ORDER BY place ${direction}, id ${direction}
               LIMIT ${limitOf(page)} OFFSET ${offsetOf(page)}) AS ids`,
      values,
    );
    const rows = await this.byIds(found.ids);
    return pageAt(
      found.ids.flatMap((id) => rows.get(id) ?? []),
      found.total,
      page,
    );
  }

  /** The first few whose names hold every word, with what they are on the day. */
  atAGlance({ words, organizations, today }: PersonGlance, limit: number): Promise<Found[]> {
    return this.dataSource.query<Found[]>(
      `SELECT one.id, one.given_names || ' ' || one.family_names AS title, coalesce(held.detail, '') AS detail, NULL AS "eventSlug"
       FROM (
         SELECT id, given_names, family_names, searched FROM person one
         WHERE searched LIKE ALL (ARRAY(SELECT '%' || accent_blind(word) || '%' FROM unnest(string_to_array($1, ' ')) AS word))
           AND archived_at IS NULL AND ($2::uuid[] IS NULL OR organization_id = ANY ($2))
         ORDER BY searched, id LIMIT $4
       ) one
       LEFT JOIN LATERAL (
         SELECT position.title || ', ' || coalesce(institution.short_name, institution.name) AS detail
         FROM position JOIN institution ON institution.id = position.institution_id
         WHERE person_id = one.id AND starts_on <= $3 AND (ends_on IS NULL OR ends_on >= $3)
           AND position.archived_at IS NULL
         ORDER BY starts_on DESC, position.id LIMIT 1
       ) held ON true
       ORDER BY searched, one.id`,
      [escaped(words), organizations, today, limit],
    );
  }

  private searched(search: PersonSearch): SelectQueryBuilder<Person> {
    const query = this.dataSource.getRepository(Person).createQueryBuilder('one');
    query.where(search.archived ? 'one.archived_at IS NOT NULL' : 'one.archived_at IS NULL');
    const { organizations, institutionId, hasTwin, hasEmail } = search;
    if (organizations)
      query.andWhere('one.organization_id = ANY (:organizations)', { organizations: [...organizations] });
    for (const [place, word] of (search.words ?? '').split(' ').filter(Boolean).entries()) {
      const name = `word${place}`;
      const [inside, around] = [`one.searched LIKE '%' || accent_blind(:${name}) || '%'`, atInstitution(name)];
      query.andWhere(`(${inside} OR ${around})`, { [name]: escaped(word) });
    }
    if (institutionId) {
      query.andWhere(
        `EXISTS (SELECT FROM position WHERE position.person_id = one.id AND position.institution_id = :institutionId
           AND position.archived_at IS NULL)`,
        { institutionId: isId(institutionId) ? institutionId : null },
      );
    }
    if (hasTwin) query.andWhere(`one.id IN (SELECT pair.one FROM (${twins.join(' UNION ALL ')}) AS pair)`);
    if (typeof hasEmail === 'boolean') query.andWhere(`one.email IS ${hasEmail ? 'NOT ' : ''}NULL`);
    return query;
  }

  /** For each person those who may be the same one. */
  readonly twinsOf = async (ids: readonly string[]): Promise<Map<string, Person[]>> => {
    const pairs = await this.dataSource.query<{ one: string; other: string }[]>(
      `SELECT pair.one, pair.other FROM (${twins.map((pairs) => `${pairs} WHERE one.id = ANY ($1)`).join(' UNION ')}) AS pair
         JOIN person other ON other.id = pair.other
       ORDER BY other.searched, other.id`,
      [ids],
    );
    const people = await this.byIds(pairs.map(({ other }) => other));
    const groups = groupedBy(pairs, ({ one }) => one);
    return new Map(
      [...groups].map(([one, group]) => [one, group.flatMap(({ other }) => people.get(other) ?? [])] as const),
    );
  };

  /** Those of the organisation who are called so, or have the address; for whoever is about to add somebody. At most ten. */
  async similar(organizationId: string, draft: SimilarTo): Promise<Person[]> {
    return this.dataSource
      .getRepository(Person)
      .createQueryBuilder('one')
      .where('one.organization_id = :organizationId AND one.archived_at IS NULL', { organizationId })
      .andWhere(`(one.called = accent_blind(:name) OR lower(one.email) = lower(:email))`, {
        name: `${draft.familyNames} ${draft.givenNames}`,
        email: draft.email ?? null,
      })
      .orderBy('one.searched')
      .addOrderBy('one.id')
      .limit(10)
      .getMany();
  }

  /** The one of the organisation who is called so and has the address; for whoever names people in a file. */
  namesake(organizationId: string, draft: SimilarTo, manager: EntityManager): Promise<Person | null> {
    return manager
      .createQueryBuilder(Person, 'one')
      .where('one.organization_id = :organizationId', { organizationId })
      .andWhere('one.archived_at IS NULL AND lower(one.email) = lower(:email)', { email: draft.email ?? null })
      .andWhere("accent_blind(one.family_names || ' ' || one.given_names) = accent_blind(:name)", {
        name: `${draft.familyNames} ${draft.givenNames}`,
      })
      .orderBy('one.created_at')
      .addOrderBy('one.id')
      .limit(1)
      .getOne();
  }

  forChange(manager: EntityManager, id: string): Promise<Person | null> {
    return manager.findOne(Person, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }
}
