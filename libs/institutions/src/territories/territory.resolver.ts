import { tidyLine } from '#kernel';
import { Allow, type RequestContext } from '#platform';
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { TerritoryRepository } from './territory.repository.js';
import { territoryKey, type TerritorySystem } from './territory.rules.js';
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

  @Allow('public')
  @Query(() => [TerritoryType], {
    description: 'At most 20 territories by their name, for choosing one; of Peru with the codes of INEI.',
  })
  async findTerritories(
    @Args('search', { type: () => String, description: 'Part of the name; case and accents do not matter.' })
    search: string,
    @Args('country', { type: () => String, nullable: true, description: 'Only of this country, ISO 3166-1 alpha-2.' })
    country?: string | null,
  ): Promise<TerritoryType[]> {
    return (await this.repository.named(tidyLine(search), country ?? null)).map(territoryType);
  }

  @Allow('public')
  @ResolveField(() => [String], {
    description: 'Names of the territories around it, the greatest first, then its own: Cusco, Cusco, Wanchaq.',
  })
  async path(@Parent() { system, code, name }: TerritoryType, @Context() context: RequestContext): Promise<string[]> {
    const loader = context.loaders.by(this.repository.byKeys, this.repository.byKeys);
    const around = [2, 4].filter((length) => length < code.length).map((length) => code.slice(0, length));
    const rows = await Promise.all(around.map((one) => loader.load(territoryKey({ system, code: one }))));
    return [...rows.flatMap((row) => row?.name ?? []), name];
  }
}
