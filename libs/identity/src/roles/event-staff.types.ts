import { Allow, orRefusal, type EventRole } from '#platform';
import { Field, GraphQLISODateTime, ID, InputType, ObjectType } from '@nestjs/graphql';
import { eventRoleEnum } from './event-role.types.js';
import type { EventStaff } from './event-staff.entity.js';

@Allow('staff')
@ObjectType('EventStaffMember', { description: 'A member of staff with a role at one event.' })
export class EventStaffMemberType {
  @Field(() => ID, { description: 'The event.' })
  eventId: string;

  @Field(() => eventRoleEnum, { description: 'What they may do there.' })
  role: EventRole;

  @Field(() => GraphQLISODateTime, { description: 'Since when they have a role there (UTC).' })
  grantedAt: Date;

  /** For the field that shows the account. */
  accountId: string;
}

export function eventStaffMemberType({ eventId, role, grantedAt, accountId }: EventStaff): EventStaffMemberType {
  return { eventId, role, grantedAt, accountId };
}

export const EventStaffMemberOrRefusal = orRefusal('EventStaffMember', () => EventStaffMemberType);

@InputType('GrantEventRoleInput', { description: 'Who gets which role where.' })
export class GrantEventRoleInput {
  @Field(() => ID, { description: 'The event.' })
  eventId: string;

  @Field(() => String, { description: 'E-mail address of the account that gets the role.' })
  email: string;

  @Field(() => eventRoleEnum, { description: 'What they may do there from now on.' })
  role: EventRole;
}
