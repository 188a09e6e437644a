import { PersonType } from '#people';
import { Allow, connectionType, orRefusal, ShowsPersonal } from '#platform';
import { Field, GraphQLISODateTime, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { PrivacyRequest } from './privacy-request.entity.js';
import {
  privacyRequestKinds,
  privacyRequestStates,
  type PrivacyRequestKind,
  type PrivacyRequestState,
} from './privacy-request.rules.js';

const enumOf = <T extends string>(values: readonly T[]) =>
  Object.fromEntries(values.map((value) => [value, value])) as Record<T, T>;

export const privacyRequestKindEnum = enumOf(privacyRequestKinds);
registerEnumType(privacyRequestKindEnum, {
  name: 'PrivacyRequestKind',
  description: 'A right over one’s own data: to be told, to have it corrected, to object, to have it erased.',
});
export const privacyRequestStateEnum = enumOf(privacyRequestStates);
registerEnumType(privacyRequestStateEnum, {
  name: 'PrivacyRequestState',
  description: 'Whether a request waits for an answer, and which it got.',
});

@Allow('staff')
@ObjectType('PrivacyRequest', {
  description: 'A person asks for a right over their data. For staff who may see the person.',
})
export class PrivacyRequestType {
  @Field(() => ID, { description: 'Unguessable and stable.' })
  id: string;

  @Field(() => ID, { description: 'Whose data it is about.' })
  personId: string;

  @Field(() => PersonType, { nullable: true, description: 'Whose data it is about; null where you may not see them.' })
  person?: PersonType | null;

  @Field(() => privacyRequestKindEnum, { description: 'The right.' })
  kind: PrivacyRequestKind;

  @Field(() => String, { description: 'What they ask, in their own words.' })
  @ShowsPersonal('note')
  words: string;

  @Field(() => privacyRequestStateEnum, { description: 'Whether it was answered, and how.' })
  state: PrivacyRequestState;

  @Field(() => String, { nullable: true, description: 'What they were answered.' })
  @ShowsPersonal('note')
  answer: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When they asked.' })
  requestedAt: Date;

  @Field(() => String, { description: 'The last calendar day on which an answer is in time: `2025-06-20`.' })
  dueOn: string;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was answered.' })
  answeredAt: Date | null;
}

export function privacyRequestType(row: PrivacyRequest): PrivacyRequestType {
  const { id, personId, kind, words, state, answer, requestedAt, dueOn, answeredAt } = row;
  return { id, personId, kind, words, state, answer, requestedAt, dueOn, answeredAt };
}

export const PrivacyRequestConnection = connectionType('PrivacyRequest', PrivacyRequestType, 'staff');
export const PrivacyRequestOrRefusal = orRefusal('PrivacyRequest', () => PrivacyRequestType);

@InputType('PrivacyAnswerInput', { description: 'The answer to a request.' })
export class PrivacyAnswerInput {
  @Field(() => Boolean, {
    description: 'Whether what was asked is done. To grant a cancellation erases who the person is, for good.',
  })
  granted: boolean;

  @Field(() => String, { description: 'What the person is told, at most 2000 characters; it is mailed to them.' })
  answer: string;
}
