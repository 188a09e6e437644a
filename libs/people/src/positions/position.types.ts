import { Allow, orRefusal } from '#platform';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { Position } from './position.entity.js';

@Allow('public')
@ObjectType('Position', { description: 'What somebody is at an institution, from when to when.' })
export class PositionType {
  @Field(() => ID, { description: 'Unguessable and stable.' })
  id: string;

  @Field(() => String, { description: 'As it stands on the card: `Alcaldesa`.' })
  title: string;

  @Field(() => String, { description: 'First calendar day: `2023-01-01`.' })
  startsOn: string;

  @Field(() => String, { nullable: true, description: 'Last calendar day; null while it lasts.' })
  endsOn: string | null;

  /** For the field that shows the institution. */
  institutionId: string;
}

export function positionType({ id, title, startsOn, endsOn, institutionId }: Position): PositionType {
  return { id, title, startsOn, endsOn, institutionId };
}

export const PositionOrRefusal = orRefusal('Position', () => PositionType);

@InputType('PositionInput', { description: 'Who is what at which institution, from when to when.' })
export class PositionInput {
  @Field(() => ID, { description: 'The person.' })
  personId: string;

  @Field(() => ID, { description: 'The institution.' })
  institutionId: string;

  @Field(() => String, { description: 'As it stands on the card, one line of at most 150 characters.' })
  title: string;

  @Field(() => String, { description: 'First calendar day: `2023-01-01`.' })
  startsOn: string;

  @Field(() => String, { nullable: true, description: 'Last calendar day; absent while it lasts.' })
  endsOn?: string | null;
}

@InputType('PositionChangeInput', {
  description: 'A position as it should be. Its person and its institution never change.',
})
export class PositionChangeInput {
  @Field(() => String, { description: 'As it stands on the card, one line of at most 150 characters.' })
  title: string;

  @Field(() => String, { description: 'First calendar day: `2023-01-01`.' })
  startsOn: string;

  @Field(() => String, { nullable: true, description: 'Last calendar day; absent while it lasts.' })
  endsOn?: string | null;
}
