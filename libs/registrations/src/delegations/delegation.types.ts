import { Allow, connectionType, orRefusal } from '#platform';
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Delegation } from './delegation.entity.js';
import { delegationLifecycle, type DelegationState } from './delegation.rules.js';

export const DelegationStateEnum = Object.fromEntries(delegationLifecycle.states.map((state) => [state, state]));
registerEnumType(DelegationStateEnum, {
  name: 'DelegationState',
  description: 'How far a delegation is.',
  valuesMap: {
    invited: { description: 'Its focal point has not answered yet.' },
    opened: { description: 'Its focal point accepted and is putting it together.' },
    submitted: { description: 'Its focal point has sent it. People can still be added, corrected and withdrawn.' },
    accredited: { description: 'The organisers have accredited it.' },
    closed: { description: 'Nothing changes any more.' },
  },
});

@Allow('party')
@ObjectType('Delegation', { description: "An institution's group at an event, managed by its focal point." })
export class DelegationType {
  @Field(() => ID, { description: 'Unguessable and stable.' })
  id: string;

  @Field(() => ID, { description: 'The event.' })
  eventId: string;

  @Field(() => ID, { description: 'The institution; it has one delegation per event.' })
  institutionId: string;

  @Field(() => Int, { description: 'Seats that the organisers granted.' })
  quota: number;

  @Field(() => Int, { description: 'Seats in use, drafts and offered seats included. Never above the quota.' })
  taken: number;

  @Field(() => Int, { description: 'Seats left: quota less taken.' })
  free: number;

  @Field(() => DelegationStateEnum, { description: 'How far it is.' })
  state: DelegationState;

  @Field(() => Boolean, { description: 'Whether organisers confirm each person; otherwise sending it confirms them.' })
  needsReview: boolean;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was sent (UTC); null while it was not.' })
  submittedAt: Date | null;

  /** For the field that shows the focal point. */
  focalPointPersonId: string | null;
}

export function delegationType(row: Delegation): DelegationType {
  const { id, eventId, institutionId, quota, taken, free, state, needsReview, submittedAt, focalPointPersonId } = row;
  return { id, eventId, institutionId, quota, taken, free, state, needsReview, submittedAt, focalPointPersonId };
}

export const DelegationConnection = connectionType('Delegation', DelegationType, 'staff');
export const DelegationOrRefusal = orRefusal('Delegation', () => DelegationType);

@InputType('DelegationInput', { description: 'A delegation that the organisers grant.' })
export class DelegationInput {
  @Field(() => ID, { description: 'The event.' })
  eventId: string;

  @Field(() => ID, { description: 'The institution; at most one delegation per event.' })
  institutionId: string;

  @Field(() => Int, { description: 'Seats, from 1 to 1000.' })
  quota: number;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether organisers confirm each person.' })
  needsReview: boolean;
}

@InputType('DelegationFilter', { description: 'Which delegations; what is absent does not narrow the list.' })
export class DelegationFilter {
  @Field(() => [DelegationStateEnum], { nullable: true, description: 'Those in one of these states only.' })
  states?: DelegationState[] | null;
}
