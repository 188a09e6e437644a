import { Allow } from '#platform';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { TerritoryRepository } from './territory.repository.js';
import type { TerritorySystem } from './territory.rules.js';
import { territorySystemEnum, territoryType, TerritoryType } from './territory.types.js';

@Resolver(() => TerritoryType)
export class TerritoryResolver {
  constructor(private readonly repository: TerritoryRepository) {}

  @Allow('public')
  @Query(() => [TerritoryType], {
    description:
      'The territories directly inside another, by name; the departments when no parent is given. Empty for an unknown parent.',
  })
  async territories(
    @Args('system', {
      type: () => territorySystemEnum,
      description: 'Whose codes: INEI or RENIEC for Peru, INE for Bolivia.',
    })
    system: TerritorySystem,
    @Args('parentCode', { type: () => String, nullable: true, description: 'Code of a department or province.' })
    parentCode?: string | null,
  ): Promise<TerritoryType[]> {
    return (await this.repository.inside(system, parentCode ?? null)).map(territoryType);
  }
}
