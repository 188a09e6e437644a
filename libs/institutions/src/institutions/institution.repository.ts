import { isId } from '#kernel';
import { Injectable } from '@nestjs/common';
import { pageFound, type Found, type Page, type PageArgs } from '#platform';
import { DataSource, In, type EntityManager } from 'typeorm';
import type { TerritorySystem } from '../territories/territory.rules.js';
import { Institution } from './institution.entity.js';
import type { InstitutionDraft, InstitutionKind } from './institution.rules.js';

export interface InstitutionSearch {
  readonly words?: string | null;
  readonly kind?: InstitutionKind | null;
  readonly country?: string | null;
  /** With everything inside it: a department's provinces and districts. */
  readonly territory?: { readonly system: TerritorySystem; readonly code: string } | null;
  /** Only archived ones; otherwise only those that are not. */
  readonly archived?: boolean;
}

export interface InstitutionKeys {
  of(draft: Required<InstitutionDraft>): string;
  readonly taken: ReadonlySet<string>;
}

/** The expression of the index institution_search. */
const searched = "accent_blind(one.name || ' ' || coalesce(one.short_name, ''))";

/** What LIKE would read as a wildcard is meant as itself. */
const escaped = (words: string): string => words.replace(/[\\%_]/g, '\\$&');

@Injectable()
export class InstitutionRepository {
  constructor(private readonly dataSource: DataSource) {}

  byId(id: string): Promise<Institution | null> {
    return this.dataSource.getRepository(Institution).findOneBy({ id });
  }

  readonly byIds = async (ids: readonly string[]): Promise<Map<string, Institution>> => {
    const rows = await this.dataSource.getRepository(Institution).findBy({ id: In(ids.filter(isId)) });
    return new Map(rows.map((row) => [row.id, row]));
  };

  /** Institutions whose name or short name holds every word, whatever case and accents; by name. */
  async found(search: InstitutionSearch, page: PageArgs): Promise<Page<Institution>> {
    const query = this.dataSource.getRepository(Institution).createQueryBuilder('one');
    query.where(search.archived ? 'one.archived_at IS NOT NULL' : 'one.archived_at IS NULL');
    for (const [place, word] of (search.words ?? '').split(' ').filter(Boolean).entries()) {
      query.andWhere(`${searched} LIKE '%' || accent_blind(:word${place}) || '%'`, { [`word${place}`]: escaped(word) });
    }
    const { kind, country, territory } = search;
    if (kind) query.andWhere('one.kind = :kind', { kind });
    if (country) query.andWhere('one.country = :country', { country });
    if (territory) {
      query.andWhere('one.territory_system = :system AND one.territory_code LIKE :within', {
        system: territory.system,
        within: `${escaped(territory.code)}%`,
      });
    }
    return pageFound(query.orderBy('accent_blind(one.name)').addOrderBy('one.id'), page);
  }

  /** The first few whose name or short name holds the words, those that begin with them first. */
  atAGlance(words: string, limit: number): Promise<Found[]> {
    return this.dataSource.query<Found[]>(
      `SELECT id, one.name AS title, coalesce(one.short_name, '') AS detail, NULL AS "eventSlug"
       FROM institution one WHERE ${searched} LIKE '%' || accent_blind($1) || '%' AND archived_at IS NULL
       ORDER BY NOT starts_with(${searched}, accent_blind($1)), one.name, one.id LIMIT $2`,
      [escaped(words), limit],
    );
  }

  /**
   * What makes institutions the same, as the index institution_once sees it: `of` a draft whose name is among the names, and the keys that
   * are `taken`.
   */
  async keysOf(manager: EntityManager, names: readonly string[]): Promise<InstitutionKeys> {
    const blind = await manager.query<{ name: string; blind: string }[]>(
      'SELECT DISTINCT name, accent_blind(name) AS blind FROM unnest($1::text[]) AS name',
      [names],
    );
    const rows = await manager.query<{ key: string }[]>(
      `SELECT concat_ws('|', country, kind, accent_blind(name), coalesce(territory_code, '')) AS key
       FROM institution WHERE accent_blind(name) = ANY ($1::text[])`,
      [blind.map((row) => row.blind)],
    );
    const blindNames = new Map(blind.map((row) => [row.name, row.blind]));
    const of = ({ country, kind, name, territoryCode }: Required<InstitutionDraft>) =>
      [country, kind, blindNames.get(name), territoryCode ?? ''].join('|');
    return { of, taken: new Set(rows.map(({ key }) => key)) };
  }

  /** Removes rows that nothing refers to; a foreign key refuses the others. */
  async forget(manager: EntityManager, ids: readonly string[]): Promise<void> {
    await manager.query('DELETE FROM institution WHERE id = ANY ($1)', [ids]);
  }

  forChange(manager: EntityManager, id: string): Promise<Institution | null> {
    return manager.findOne(Institution, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }
}
