import type { Refusal } from '#kernel';
import { Allow, CurrentViewer, NotFound, shown, type RequestContext, type Viewer } from '#platform';
import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { InstitutionRepository } from '../institutions/institution.repository.js';
import { institutionType, InstitutionType } from '../institutions/institution.types.js';
import { InstitutionRelationService } from './institution-relation.service.js';
import {
  InstitutionRelationInput,
  InstitutionRelationOrRefusal,
  institutionRelationType,
  InstitutionRelationType,
} from './institution-relation.types.js';

@Resolver(() => InstitutionRelationType)
export class InstitutionRelationResolver {
  constructor(
    private readonly service: InstitutionRelationService,
    private readonly institutions: InstitutionRepository,
  ) {}

  @Allow('staff')
  @Mutation(() => InstitutionRelationOrRefusal, {
    description:
      'For organisers. Refuses with RELATION_EXISTS (also the other way round), RELATION_WITH_ITSELF or RELATION_UNFIT.',
  })
  async relateInstitutions(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The two and how they are related.' }) input: InstitutionRelationInput,
  ): Promise<InstitutionRelationType | Refusal> {
    return shown(await this.service.relate(viewer, input), institutionRelationType);
  }

  @Allow('staff')
  @Mutation(() => Boolean, { description: 'For organisers. False when the two were not related so.' })
  unrelateInstitutions(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The two and how they are related.' }) input: InstitutionRelationInput,
  ): Promise<boolean> {
    return this.service.unrelate(viewer, input);
  }

  @Allow('public')
  @ResolveField(() => InstitutionType, { description: 'The member, the one of the network, the attached one.' })
  institution(@Parent() row: InstitutionRelationType, @Context() context: RequestContext): Promise<InstitutionType> {
    return this.end(row.institutionId, context);
  }

  @Allow('public')
  @ResolveField(() => InstitutionType, { description: 'That to which it belongs.' })
  of(@Parent() row: InstitutionRelationType, @Context() context: RequestContext): Promise<InstitutionType> {
    return this.end(row.ofId, context);
  }

  private async end(id: string, { loaders }: RequestContext): Promise<InstitutionType> {
    const row = await loaders.by(this.institutions.byIds, this.institutions.byIds).load(id);
    if (!row) throw new NotFound('institution');
    return institutionType(row);
  }
}
