import { InstitutionRepository, InstitutionType, institutionType } from '#institutions';
import { Allow, NotFound, type RequestContext } from '#platform';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { EventOrganizerType } from './event-organizer.types.js';

@Resolver(() => EventOrganizerType)
export class OrganizerInstitutionResolver {
  constructor(private readonly institutions: InstitutionRepository) {}

  @Allow('public')
  @ResolveField(() => InstitutionType, { description: 'The institution itself.' })
  async institution(
    @Parent() { institutionId }: EventOrganizerType,
    @Context() { loaders }: RequestContext,
  ): Promise<InstitutionType> {
    const { byIds } = this.institutions;
    const institution = await loaders.by(byIds, byIds).load(institutionId);
    if (!institution) throw new NotFound('institution');
    return institutionType(institution);
  }
}
