import { Allow, orRefusal } from '#platform';
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { ApiKey, MadeApiKey } from './api-key.entity.js';

@Allow('staff')
@ObjectType('ApiKey', { description: 'By which a program of an organisation reads this API.' })
export class ApiKeyType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;

  @Field(() => ID, { description: 'Whose it is.' })
  organizationId: string;

  @Field(() => ID, { nullable: true, description: 'The only event that it opens; null for all of the organisation.' })
  eventId: string | null;

  @Field(() => String, { description: 'What it is for, in its maker’s words.' })
  name: string;

  @Field(() => String, { description: 'What it may do: `read`.' })
  operations: string;

  @Field(() => GraphQLISODateTime, { description: 'When it was made (UTC).' })
  createdAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'From when on it opens nothing (UTC).' })
  expiresAt: Date;

  @Field(() => Boolean, { description: 'Whether its time is over, by the clock of the server.' })
  isEnded: boolean;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was revoked (UTC).' })
  revokedAt: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was last used (UTC), to the minute.' })
  lastUsedAt: Date | null;
}

export function apiKeyType(key: ApiKey, now: Date): ApiKeyType {
  const { id, organizationId, eventId, name, operations, createdAt, expiresAt, revokedAt, lastUsedAt } = key;
  const isEnded = expiresAt <= now;
  return { id, organizationId, eventId, name, operations, createdAt, expiresAt, isEnded, revokedAt, lastUsedAt };
}

@Allow('staff')
@ObjectType('MadeApiKey', { description: 'A key that was just made.' })
export class MadeApiKeyType {
  @Field(() => ApiKeyType, { description: 'The key.' })
  key: ApiKeyType;

  @Field(() => String, {
    description: 'What the program sends: `Authorization: Bearer <token>`. Shown now and never again.',
  })
  token: string;
}

export function madeApiKeyType({ key, token }: MadeApiKey): MadeApiKeyType {
  return { key: apiKeyType(key, key.createdAt), token };
}

export const MadeApiKeyOrRefusal = orRefusal('MadeApiKey', () => MadeApiKeyType);

@InputType('ApiKeyInput', { description: 'A key that is wanted.' })
export class ApiKeyInput {
  @Field(() => ID, { description: 'Whose rows it reads.' })
  organizationId: string;

  @Field(() => ID, { nullable: true, description: 'The only event that it opens; absent for all of the organisation.' })
  eventId?: string | null;

  @Field(() => String, { description: 'What it is for: one line of up to 80 letters.' })
  name: string;

  @Field(() => Int, { description: 'For how many days it holds: 1 to 366.' })
  days: number;
}
