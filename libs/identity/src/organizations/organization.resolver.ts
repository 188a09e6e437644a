import { isRefusal, type Refusal } from '#kernel';
import { Allow, CurrentViewer, organizationsWhere, type Viewer } from '#platform';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Organization } from './organization.entity.js';
import { OrganizationRepository } from './organization.repository.js';
import { OrganizationService } from './organization.service.js';
import { OrganizationOrRefusal, organizationType, OrganizationType } from './organization.types.js';

@Resolver(() => OrganizationType)
export class OrganizationResolver {
  constructor(
    private readonly service: OrganizationService,
    private readonly repository: OrganizationRepository,
  ) {}

  @Allow('staff')
  @Query(() => [OrganizationType], { description: 'Those at which you have a role, by name; for administrators all.' })
  async organizations(@CurrentViewer() viewer: Viewer): Promise<OrganizationType[]> {
    const rows = await this.repository.all(organizationsWhere(viewer, 'organization.read'));
    return rows.map((row) => organizationType(viewer, row));
  }

  @Allow('staff')
  @Mutation(() => OrganizationOrRefusal, {
    description: 'For administrators. Refuses with ORGANIZATION_NAME_WRONG or ORGANIZATION_NAME_TAKEN.',
  })
  async createOrganization(
    @CurrentViewer() viewer: Viewer,
    @Args('name', { type: () => String, description: 'One line of at most 150 characters, unique.' }) name: string,
  ): Promise<OrganizationType | Refusal> {
    return this.shown(viewer, await this.service.create(viewer, { name }));
  }

  @Allow('staff')
  @Mutation(() => OrganizationOrRefusal, {
    description: 'For its owners. Refuses with ORGANIZATION_NAME_WRONG or ORGANIZATION_NAME_TAKEN.',
  })
  async renameOrganization(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The organisation.' }) id: string,
    @Args('name', { type: () => String, description: 'One line of at most 150 characters, unique.' }) name: string,
  ): Promise<OrganizationType | Refusal> {
    return this.shown(viewer, await this.service.rename(viewer, id, name));
  }

  private shown(viewer: Viewer, answer: Organization | Refusal): OrganizationType | Refusal {
    return isRefusal(answer) ? answer : organizationType(viewer, answer);
  }
}
