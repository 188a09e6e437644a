import { Allow, connectionType, mayGive, type Role, type Viewer, may } from '#platform';
import { EventRoleEnum } from '#identity';
import { Field, GraphQLISODateTime, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { StaffRole } from './staff-role.repository.js';

@Allow('staff')
@ObjectType('StaffRole', { description: 'A role of a member of staff, and where it holds.' })
export class StaffRoleType {
  @Field(() => ID, { description: 'Account and place together: unique in the list.' })
  id: string;

  @Field(() => ID, { description: 'The account.' })
  accountId: string;

  @Field(() => String, { description: 'The name that others see.' })
  name: string;

  @Field(() => String, { description: 'The e-mail address with which they sign in.' })
  email: string;

  @Field(() => Boolean, { description: 'Whether the account cannot be used at present.' })
  isDisabled: boolean;

  @Field(() => EventRoleEnum, { description: 'What they may do there.' })
  role: Role;

  @Field(() => GraphQLISODateTime, { description: 'Since when they have a role there (UTC).' })
  grantedAt: Date;

  @Field(() => ID, { description: 'The organisation.' })
  organizationId: string;

  @Field(() => String, { description: 'Its name.' })
  organizationName: string;

  @Field(() => ID, { nullable: true, description: 'The event; null where the role holds at all of them.' })
  eventId: string | null;

  @Field(() => String, { nullable: true, description: 'Its name, number first.' })
  eventName: string | null;

  @Field(() => Boolean, { description: 'Whether you may change it or take it away.' })
  mayChange: boolean;
}

@Allow('staff')
@ObjectType('RolePlace', { description: 'Where you may give and take roles.' })
export class RolePlaceType {
  @Field(() => ID, { description: 'The organisation.' })
  organizationId: string;

  @Field(() => String, { description: 'Its name.' })
  organizationName: string;

  @Field(() => ID, { nullable: true, description: 'One of its events; null for the organisation as a whole.' })
  eventId: string | null;

  @Field(() => String, { nullable: true, description: 'Its name, number first.' })
  eventName: string | null;
}

export const StaffRoleConnection = connectionType('StaffRole', StaffRoleType, 'staff');

@InputType('StaffRoleFilter', { description: 'Which roles to list; all that you may see without it.' })
export class StaffRoleFilter {
  @Field(() => ID, { nullable: true, description: 'Those at one organisation and its events.' })
  organizationId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Those at one event alone.' })
  eventId?: string | null;
}

export function staffRoleType(viewer: Viewer, { disabledAt, ...row }: StaffRole): StaffRoleType {
  const place = row.eventId ? { eventId: row.eventId } : { organizationId: row.organizationId };
  const mayChange = may(viewer, 'roles.change', place) && mayGive(viewer, row.role, place);
  const id = `${row.accountId}.${row.eventId ?? row.organizationId}`;
  return { ...row, id, isDisabled: disabledAt !== null, mayChange };
}
