import { isId, isRefusal, type Refusal } from '#kernel';
import { Allow, CurrentViewer, NotFound, shown, type Role, type Viewer } from '#platform';
import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { eventRoleEnum } from './event-role.types.js';
import type { Place } from './role.rules.js';
import { RoleService } from './role.service.js';
import {
  placeOf,
  RoleGrantOrRefusal,
  roleGrantType,
  RoleGrantType,
  RolePlaceInput,
  RoleTakenOrRefusal,
  RoleTakenType,
} from './role.types.js';

const who = 'For those who may change roles there, within five minutes of a proof of who they are (STEP_UP_NEEDED).';

@Resolver()
export class RoleResolver {
  constructor(private readonly service: RoleService) {}

  @Allow('staff')
  @Mutation(() => RoleGrantOrRefusal, {
    description: `Gives a role in place of an earlier one. ${who} Refuses with ACCOUNT_UNKNOWN, ROLE_IS_YOURS, ROLE_TOO_HIGH or LAST_OWNER.`,
  })
  async grantRole(
    @CurrentViewer() viewer: Viewer,
    @Args('place', { type: () => RolePlaceInput, description: 'Where it holds.' }) place: RolePlaceInput,
    @Args('email', { type: () => String, description: 'E-mail address of the account.' }) email: string,
    @Args('role', { type: () => eventRoleEnum, description: 'What they may do there from now on.' }) role: Role,
  ): Promise<RoleGrantType | Refusal> {
    return shown(await this.service.give(viewer, known(place), email, role), roleGrantType);
  }

  @Allow('staff')
  @Mutation(() => RoleTakenOrRefusal, {
    description: `Takes a role away; it holds at once. ${who} Refuses with ROLE_TOO_HIGH or LAST_OWNER.`,
  })
  async revokeRole(
    @CurrentViewer() viewer: Viewer,
    @Args('place', { type: () => RolePlaceInput, description: 'Where it holds.' }) place: RolePlaceInput,
    @Args('accountId', { type: () => ID, description: 'The account that loses its role.' }) accountId: string,
  ): Promise<RoleTakenType | Refusal> {
    if (!isId(accountId)) throw new NotFound('account');
    const answer = await this.service.take(viewer, known(place), accountId);
    return isRefusal(answer) ? answer : { accountId, hadRole: answer };
  }
}

function known(input: RolePlaceInput): Place {
  const place = placeOf(input);
  if (!place || !isId(Object.values(place)[0])) throw new NotFound('place');
  return place;
}
