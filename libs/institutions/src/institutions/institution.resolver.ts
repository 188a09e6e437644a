import { tidyLine, type Refusal } from '#kernel';
import {
  Allow,
  connectionOf,
  CurrentViewer,
  PageArgs,
  shown,
  type Connection,
  type RequestContext,
  type Viewer,
} from '#platform';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { TerritoryRepository } from '../territories/territory.repository.js';
import { territoryType, TerritoryType } from '../territories/territory.types.js';
import { InstitutionRepository } from './institution.repository.js';
import type { InstitutionDraft } from './institution.rules.js';
import { InstitutionService } from './institution.service.js';
import {
  InstitutionConnection,
  InstitutionFilter,
  InstitutionInput,
  InstitutionOrRefusal,
  institutionType,
  InstitutionType,
} from './institution.types.js';

const refusesWith =
  'Refuses with INSTITUTION_NAME_WRONG, INSTITUTION_EXISTS, INSTITUTION_COUNTRY_WRONG or TERRITORY_UNKNOWN.';

@Resolver(() => InstitutionType)
export class InstitutionResolver {
  constructor(
    private readonly service: InstitutionService,
    private readonly repository: InstitutionRepository,
    private readonly territories: TerritoryRepository,
  ) {}

  @Allow('public')
  @Query(() => InstitutionType, {
    nullable: true,
    description: 'One institution; null when no institution has the id.',
  })
  async institution(
    @Args('id', { type: () => ID, description: 'The institution.' }) id: string,
    @Context() { loaders }: RequestContext,
  ): Promise<InstitutionType | null> {
    const row = await loaders.by(this.repository.byIds, this.repository.byIds).load(id);
    return row && institutionType(row);
  }

  @Allow('public')
  @Query(() => InstitutionConnection, { description: 'Institutions by name.' })
  async institutions(
    @Args() page: PageArgs,
    @Args('search', {
      type: () => String,
      nullable: true,
      description: 'Words that all stand in the name or the short name; case and accents do not matter.',
    })
    search?: string | null,
    @Args('filter', { type: () => InstitutionFilter, nullable: true, description: 'Which of them.' })
    filter?: InstitutionFilter | null,
    @Args('archived', {
      type: () => Boolean,
      defaultValue: false,
      description: 'True: only those that are no longer offered.',
    })
    archived?: boolean,
  ): Promise<Connection<InstitutionType>> {
    const wanted = { ...filter, words: tidyLine(search ?? ''), archived };
    return connectionOf(await this.repository.found(wanted, page), institutionType);
  }

  @Allow('public')
  @ResolveField(() => TerritoryType, { nullable: true, description: 'The territory that it serves or stands in.' })
  async territory(
    @Parent() { territoryKey }: InstitutionType,
    @Context() { loaders }: RequestContext,
  ): Promise<TerritoryType | null> {
    if (!territoryKey) return null;
    const row = await loaders.by(this.territories.byKeys, this.territories.byKeys).load(territoryKey);
    return row && territoryType(row);
  }

  @Allow('staff')
  @Mutation(() => InstitutionOrRefusal, { description: `For organisers of any event. ${refusesWith}` })
  async createInstitution(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The institution.' }) input: InstitutionInput,
  ): Promise<InstitutionType | Refusal> {
    return shown(await this.service.create(viewer, draftOf(input)), institutionType);
  }

  @Allow('staff')
  @Mutation(() => InstitutionOrRefusal, { description: `For organisers of any event. ${refusesWith}` })
  async updateInstitution(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The institution.' }) id: string,
    @Args('input', { description: 'All of it as it should be from now on.' }) input: InstitutionInput,
  ): Promise<InstitutionType | Refusal> {
    return shown(await this.service.update(viewer, id, draftOf(input)), institutionType);
  }

  @Allow('staff')
  @Mutation(() => InstitutionType, {
    description:
      'For organisers of any event. It is no longer offered; what refers to it stays. `restoreInstitution` undoes it.',
  })
  async archiveInstitution(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The institution.' }) id: string,
  ): Promise<InstitutionType> {
    return institutionType(await this.service.archive(viewer, id));
  }

  @Allow('staff')
  @Mutation(() => InstitutionType, { description: 'For organisers of any event. It is offered again.' })
  async restoreInstitution(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The institution.' }) id: string,
  ): Promise<InstitutionType> {
    return institutionType(await this.service.restore(viewer, id));
  }
}

function draftOf({ territory, ...input }: InstitutionInput): InstitutionDraft {
  return { ...input, territorySystem: territory?.system ?? null, territoryCode: territory?.code ?? null };
}
