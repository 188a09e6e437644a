import { Allow } from '#platform';
import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Passkey } from '../passkeys/passkey.entity.js';
import { deviceOf } from '../sessions/device.rules.js';
import type { StaffSession } from '../sessions/staff-session.entity.js';

@Allow('staff')
@ObjectType('Passkey', { description: 'A passkey of whoever asks.' })
export class PasskeyType {
  @Field(() => ID, { description: 'Unguessable and stable.' })
  id: string;

  @Field(() => String, { description: 'What its owner calls it.' })
  name: string;

  @Field(() => Boolean, { description: 'Whether a key ring keeps a copy elsewhere, so that it outlives the device.' })
  isBackedUp: boolean;

  @Field(() => GraphQLISODateTime, { description: 'When it was registered (UTC).' })
  createdAt: Date;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When it last opened something (UTC); null while it has not.',
  })
  lastUsedAt: Date | null;
}

export function passkeyType({ id, name, isBackedUp, createdAt, lastUsedAt }: Passkey): PasskeyType {
  return { id, name, isBackedUp, createdAt, lastUsedAt };
}

@Allow('staff')
@ObjectType('StaffSession', { description: 'A browser in which whoever asks is signed in.' })
export class StaffSessionType {
  @Field(() => ID, { description: 'Unguessable and stable.' })
  id: string;

  @Field(() => String, {
    nullable: true,
    description: 'Browser and system, such as `Firefox · Android`; null when they are not known.',
  })
  device: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The network address from which it began; null when it is not known.',
  })
  address: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When it began (UTC).' })
  startedAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it was last used (UTC), to the minute.' })
  lastSeenAt: Date;

  @Field(() => Boolean, { description: 'Whether it is the one that asks.' })
  isCurrent: boolean;
}

export function staffSessionType(session: StaffSession, currentId: string): StaffSessionType {
  const { id, address, createdAt: startedAt, lastSeenAt, userAgent } = session;
  return { id, device: deviceOf(userAgent), address, startedAt, lastSeenAt, isCurrent: id === currentId };
}

@Allow('staff')
@ObjectType('MyAccount', { description: 'How whoever asks signs in, and where they are signed in.' })
export class MyAccountType {
  @Field(() => ID, { description: 'The account.' })
  id: string;

  @Field(() => String, { description: 'The e-mail address with which they sign in.' })
  email: string;

  @Field(() => String, { description: 'The name that others see.' })
  name: string;

  @Field(() => Boolean, { description: 'Whether they can sign in by password.' })
  hasPassword: boolean;

  @Field(() => Boolean, { description: 'Whether an authenticator app is set up.' })
  hasAuthenticator: boolean;

  @Field(() => Int, { description: 'How many recovery codes are still unused.' })
  recoveryCodesLeft: number;

  @Field(() => Boolean, { description: 'Whether a password alone is not enough here.' })
  requiresSecondFactor: boolean;

  @Field(() => [PasskeyType], { description: 'The oldest first.' })
  passkeys: PasskeyType[];

  @Field(() => [StaffSessionType], { description: 'Those that are live, the last used first.' })
  sessions: StaffSessionType[];
}
