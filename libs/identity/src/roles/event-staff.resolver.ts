import { isRefusal, type Refusal } from '#kernel';
import {
  Allow,
  CurrentViewer,
  NotAllowed,
  NotFound,
  requireMay,
  shown,
  type RequestContext,
  type Viewer,
} from '#platform';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AccountRepository } from '../accounts/account.repository.js';
import { staffAccountType, StaffAccountType } from '../accounts/account.types.js';
import { EventStaffRepository } from './event-staff.repository.js';
import {
  EventStaffMemberOrRefusal,
  eventStaffMemberType,
  EventStaffMemberType,
  GrantEventRoleInput,
} from './event-staff.types.js';
import { RoleService } from './role.service.js';

@Resolver(() => EventStaffMemberType)
export class EventStaffResolver {
  constructor(
    private readonly roles: RoleService,
    private readonly staff: EventStaffRepository,
    private readonly accounts: AccountRepository,
  ) {}

  @Allow('staff')
  @Query(() => [EventStaffMemberType], {
    description: 'Everybody with a role at the event. For its organisers and readers.',
  })
  async eventStaff(
    @CurrentViewer() viewer: Viewer,
    @Args('eventId', { type: () => ID, description: 'The event.' }) eventId: string,
  ): Promise<EventStaffMemberType[]> {
    requireMay(viewer, 'roles.read', eventId);
    return (await this.staff.of(eventId)).map(eventStaffMemberType);
  }

  @Allow('staff')
  @ResolveField(() => StaffAccountType, { description: 'Their account.' })
  async account(
    @Parent() member: EventStaffMemberType,
    @Context() { loaders }: RequestContext,
  ): Promise<StaffAccountType> {
    const account = await loaders.by(this.accounts.byIds, this.accounts.byIds).load(member.accountId);
    if (!account) throw new NotFound('account');
    return staffAccountType(account);
  }

  @Allow('staff')
  @Mutation(() => EventStaffMemberOrRefusal, {
    description:
      'For organisers of the event and administrators. Replaces an earlier role. Refuses with ACCOUNT_UNKNOWN.',
  })
  async grantEventRole(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Who gets which role where.' }) input: GrantEventRoleInput,
  ): Promise<EventStaffMemberType | Refusal> {
    return shown(await this.roles.grant(viewer, input), eventStaffMemberType);
  }

  @Allow('staff')
  @Mutation(() => Boolean, {
    description:
      'For organisers of the event and administrators. Holds at once. False when the account had no role there.',
  })
  async revokeEventRole(
    @CurrentViewer() viewer: Viewer,
    @Args('eventId', { type: () => ID, description: 'The event.' }) eventId: string,
    @Args('accountId', { type: () => ID, description: 'The account that loses its role.' }) accountId: string,
  ): Promise<boolean> {
    const answer = await this.roles.revoke(viewer, eventId, accountId);
    if (isRefusal(answer)) throw new NotAllowed();
    return answer;
  }
}
