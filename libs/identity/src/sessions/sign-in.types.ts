import { Allow, orRefusal, type EventRole, type StaffViewer } from '#platform';
import { eventRoleEnum } from '../roles/event-role.types.js';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';

@Allow('public')
@ObjectType('EventRoleGrant', { description: 'A role of whoever is signed in, at one event.' })
export class EventRoleGrantType {
  @Field(() => ID, { description: 'The event.' })
  eventId: string;

  @Field(() => eventRoleEnum, { description: 'What the account may do there.' })
  role: EventRole;
}

@Allow('public')
@ObjectType('Me', { description: 'Whoever is signed in.' })
export class MeType {
  @Field(() => ID, { description: 'The account.' })
  accountId: string;

  @Field(() => String, { description: 'The name that others see.' })
  name: string;

  @Field(() => Boolean, { description: 'Whether the account may create events and accounts and grant any role.' })
  isAdministrator: boolean;

  @Field(() => Boolean, {
    description:
      'Whether the person was proved within the last five minutes, so that what asks for a recent proof goes through.',
  })
  isRecentlyProved: boolean;

  @Field(() => [EventRoleGrantType], { description: 'Roles by event, in no order. An administrator needs none.' })
  roles: EventRoleGrantType[];
}

export function meType(viewer: StaffViewer): MeType {
  const { accountId, name, isAdministrator, isRecentlyProved } = viewer;
  const roles = [...viewer.roles].map(([eventId, role]) => ({ eventId, role }));
  return { accountId, name, isAdministrator, isRecentlyProved, roles };
}

export const MeOrRefusal = orRefusal('Me', () => MeType);

@InputType('SignInInput', { description: 'What staff sign in with.' })
export class SignInInput {
  @Field(() => String, { description: "The account's e-mail address; upper and lower case are the same." })
  email: string;

  @Field(() => String, { description: 'The password.' })
  password: string;
}
