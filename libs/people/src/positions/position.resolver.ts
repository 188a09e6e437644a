import { InstitutionRepository, institutionType, InstitutionType } from '#institutions';
import type { Refusal } from '#kernel';
import { Allow, CurrentViewer, NotFound, shown, type RequestContext, type Viewer } from '#platform';
import { Args, Context, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { PositionService } from './position.service.js';
import { PositionChangeInput, PositionInput, PositionOrRefusal, positionType, PositionType } from './position.types.js';

const refusesWith = 'Refuses with POSITION_TITLE_WRONG, POSITION_DAY_WRONG or POSITION_ENDS_BEFORE_START.';

@Resolver(() => PositionType)
export class PositionResolver {
  constructor(
    private readonly service: PositionService,
    private readonly institutions: InstitutionRepository,
  ) {}

  @Allow('public')
  @ResolveField(() => InstitutionType, { description: 'For which they speak.' })
  async institution(
    @Parent() { institutionId }: PositionType,
    @Context() { loaders }: RequestContext,
  ): Promise<InstitutionType> {
    const row = await loaders.by(this.institutions.byIds, this.institutions.byIds).load(institutionId);
    if (!row) throw new NotFound('institution');
    return institutionType(row);
  }

  @Allow('staff')
  @Mutation(() => PositionOrRefusal, { description: `For organisers of any event. ${refusesWith}` })
  async createPosition(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The position.' }) input: PositionInput,
  ): Promise<PositionType | Refusal> {
    return shown(await this.service.create(viewer, input), positionType);
  }

  @Allow('staff')
  @Mutation(() => PositionOrRefusal, { description: `For organisers of any event. ${refusesWith}` })
  async updatePosition(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The position.' }) id: string,
    @Args('input', { description: 'All of it as it should be from now on.' }) input: PositionChangeInput,
  ): Promise<PositionType | Refusal> {
    return shown(await this.service.update(viewer, id, input), positionType);
  }

  @Allow('staff')
  @Mutation(() => PositionType, {
    description:
      'For organisers. The position counts as written by mistake; one that ended gets its last day instead. `restorePosition` undoes it.',
  })
  async archivePosition(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The position.' }) id: string,
  ): Promise<PositionType> {
    return positionType(await this.service.archive(viewer, id));
  }

  @Allow('staff')
  @Mutation(() => PositionType, { description: 'For organisers. The position counts again.' })
  async restorePosition(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The position.' }) id: string,
  ): Promise<PositionType> {
    return positionType(await this.service.restore(viewer, id));
  }
}
