import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull } from 'typeorm';
import { Territory } from './territory.entity.js';
import { territoryKey, type TerritorySystem } from './territory.rules.js';

/** What LIKE would read as a wildcard is meant as itself. */
const escaped = (words: string): string => words.replace(/[\\%_]/g, '\\$&');

@Injectable()
export class TerritoryRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Territories by their keys, such as `INEI:080101`. */
  readonly byKeys = async (keys: readonly string[]): Promise<Map<string, Territory>> => {
    const codes = keys.map((key) => key.split(':')[1]);
    const rows = await this.dataSource.getRepository(Territory).findBy({ code: In(codes) });
    return new Map(rows.map((row) => [territoryKey(row), row]));
  };

  /** Territories whose name begins with the words, or has a word that does; the greatest first, then by name. */
  async named(words: string, country: string | null): Promise<Territory[]> {
    const query = this.dataSource.getRepository(Territory).createQueryBuilder('one');
    // Peru's places are there in two systems: its own statistics office's is the one to choose from.
    query.where("one.system <> 'RENIEC'");
    query.andWhere(`accent_blind(one.name) LIKE '%' || accent_blind(:words) || '%'`, { words: escaped(words) });
    if (country) query.andWhere('one.country = :country', { country });
    return query
      .orderBy(`accent_blind(one.name) NOT LIKE accent_blind(:words) || '%'`)
      .addOrderBy('length(one.code)')
      .addOrderBy('accent_blind(one.name)')
      .addOrderBy('one.code')
      .limit(20)
      .getMany();
  }

  /** Those directly inside another, or the departments of the system when none is named; by name. */
  inside(system: TerritorySystem, parentCode: string | null): Promise<Territory[]> {
    return this.dataSource
      .getRepository(Territory)
      .find({ where: { system, parentCode: parentCode ?? IsNull() }, order: { name: 'ASC', code: 'ASC' } });
  }
}
