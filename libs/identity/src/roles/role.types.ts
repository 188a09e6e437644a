import { Allow, orRefusal, type Role } from '#platform';
import { Field, GraphQLISODateTime, ID, InputType, ObjectType } from '@nestjs/graphql';
import { eventRoleEnum } from './event-role.types.js';
import type { GivenRole } from './role.policy.js';
import type { Place } from './role.rules.js';

@Allow('staff')
@ObjectType('RoleGrant', { description: 'A role of an account at an organisation or at one event.' })
export class RoleGrantType {
  @Field(() => ID, { description: 'The account.' })
  accountId: string;

  @Field(() => eventRoleEnum, { description: 'What they may do there.' })
  role: Role;

  @Field(() => GraphQLISODateTime, { description: 'Since when they have a role there (UTC).' })
  grantedAt: Date;
}

export function roleGrantType({ accountId, role, grantedAt }: GivenRole): RoleGrantType {
  return { accountId, role, grantedAt };
}

@Allow('staff')
@ObjectType('RoleTaken', { description: 'A role that was taken away.' })
export class RoleTakenType {
  @Field(() => ID, { description: 'The account.' })
  accountId: string;

  @Field(() => Boolean, { description: 'False when the account had no role there.' })
  hadRole: boolean;
}

export const RoleGrantOrRefusal = orRefusal('RoleGrant', () => RoleGrantType);
export const RoleTakenOrRefusal = orRefusal('RoleTaken', () => RoleTakenType);

@InputType('RolePlaceInput', { description: 'Where a role holds: exactly one of the two.' })
export class RolePlaceInput {
  @Field(() => ID, { nullable: true, description: 'An organisation; the role holds at all its events.' })
  organizationId?: string | null;

  @Field(() => ID, { nullable: true, description: 'One event.' })
  eventId?: string | null;
}

/** Null unless exactly one place is named. */
export function placeOf({ organizationId, eventId }: RolePlaceInput): Place | null {
  if (organizationId && !eventId) return { organizationId };
  return eventId && !organizationId ? { eventId } : null;
}
