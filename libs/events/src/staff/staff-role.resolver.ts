import { isId } from '#kernel';
import {
  Allow,
  connectionOf,
  CurrentViewer,
  may,
  NotAllowed,
  organizationsWhere,
  PageArgs,
  type Connection,
  type Viewer,
} from '#platform';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { StaffRoleRepository } from './staff-role.repository.js';
import {
  RolePlaceType,
  StaffRoleConnection,
  StaffRoleFilter,
  staffRoleType,
  StaffRoleType,
} from './staff-role.types.js';

@Resolver(() => StaffRoleType)
export class StaffRoleResolver {
  constructor(private readonly repository: StaffRoleRepository) {}

  @Allow('staff')
  @Query(() => [RolePlaceType], {
    description: 'Where you may give and take roles: each organisation, then its events, the latest first.',
  })
  async rolePlaces(@CurrentViewer() viewer: Viewer): Promise<RolePlaceType[]> {
    if (viewer.kind !== 'staff') throw new NotAllowed();
    if (viewer.isAdministrator) return this.repository.places(null, null);
    const events = [...viewer.organizationOf.keys()].filter((id) => may(viewer, 'roles.change', id));
    return this.repository.places(organizationsWhere(viewer, 'roles.change'), events);
  }

  @Allow('staff')
  @Query(() => StaffRoleConnection, {
    description: 'Roles at your organisations and events, by name. For everybody with a role there.',
  })
  async staffRoles(
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArgs,
    @Args('search', {
      type: () => String,
      nullable: true,
      description: 'A part of name and address; case and accents do not matter.',
    })
    search?: string | null,
    @Args('filter', { type: () => StaffRoleFilter, nullable: true, description: 'Which of them.' })
    filter?: StaffRoleFilter | null,
  ): Promise<Connection<StaffRoleType>> {
    if (viewer.kind !== 'staff') throw new NotAllowed();
    const organizations = organizationsWhere(viewer, 'roles.read');
    const events = [...viewer.roles.keys()].filter((id) => may(viewer, 'roles.read', id));
    const { organizationId, eventId } = filter ?? {};
    if ([organizationId, eventId].some((id) => id && !isId(id))) throw new NotAllowed();
    const rows = await this.repository.page({ organizations, events, search, organizationId, eventId }, page);
    return connectionOf(rows, (row) => staffRoleType(viewer, row));
  }
}
