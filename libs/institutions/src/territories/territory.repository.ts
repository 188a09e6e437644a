import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull } from 'typeorm';
import { Territory } from './territory.entity.js';
import { territoryKey, type TerritorySystem } from './territory.rules.js';

@Injectable()
export class TerritoryRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Territories by their keys, such as `INEI:080101`. */
  readonly byKeys = async (keys: readonly string[]): Promise<Map<string, Territory>> => {
    const codes = keys.map((key) => key.split(':')[1]);
    const rows = await this.dataSource.getRepository(Territory).findBy({ code: In(codes) });
    return new Map(rows.map((row) => [territoryKey(row), row]));
  };

  /** Those directly inside another, or the departments of the system when none is named; by name. */
  inside(system: TerritorySystem, parentCode: string | null): Promise<Territory[]> {
    return this.dataSource
      .getRepository(Territory)
      .find({ where: { system, parentCode: parentCode ?? IsNull() }, order: { name: 'ASC', code: 'ASC' } });
  }
}
