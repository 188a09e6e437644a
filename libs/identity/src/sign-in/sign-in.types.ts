import { isRefusal } from '#kernel';
import { Allow, orRefusal, RefusalType, type EventRole, type StaffViewer } from '#platform';
import { eventRoleEnum } from '../roles/event-role.types.js';
import { createUnionType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { SecondFactorNeeded } from './sign-in.rules.js';

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

@Allow('public')
@ObjectType('SecondFactorNeeded', {
  description: 'The password was right and is not enough. Send a code, or sign in with a passkey instead.',
})
export class SecondFactorNeededType implements SecondFactorNeeded {
  @Field(() => String, { description: 'Opens the second step for ten minutes, and nothing else.' })
  pendingToken: string;

  @Field(() => Boolean, { description: 'Whether a code of an app, or a recovery code, can be sent.' })
  takesCode: boolean;

  @Field(() => Boolean, { description: 'Whether the account has passkeys.' })
  takesPasskey: boolean;

  @Field(() => Boolean, {
    description: 'Whether an app has to be set up first, since the account has no second factor: `startSignInSetup`.',
  })
  mustSetUp: boolean;
}

export const SignInAnswer = createUnionType({
  name: 'SignInAnswer',
  description: 'Whoever is signed in now, what is still missing, or why nothing was changed.',
  types: () => [MeType, SecondFactorNeededType, RefusalType] as const,
  resolveType: (answer: object) =>
    (isRefusal(answer) ? RefusalType : 'pendingToken' in answer ? SecondFactorNeededType : MeType) as never,
});

@InputType('SecondStepInput', { description: 'The second step of signing in.' })
export class SecondStepInput {
  @Field(() => String, { description: 'Of `SecondFactorNeeded`.' })
  pendingToken: string;

  @Field(() => String, {
    description: 'The six digits of the app, or a recovery code. Spaces and hyphens may stand in it.',
  })
  code: string;
}
