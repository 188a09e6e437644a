import { Allow } from '#platform';
import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import type { MeetingSlot } from './slot-book.rules.js';

@Allow('party')
@ObjectType('MeetingSlot', { description: 'A time at which a meeting can be held.' })
export class MeetingSlotType {
  @Field(() => ID, { description: 'The meeting block that it belongs to.' })
  blockId: string;

  @Field(() => GraphQLISODateTime, {
    description: 'Its start, as an instant in UTC; no two slots of an event share it.',
  })
  startsAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'The instant in UTC at which it is over.' })
  endsAt: Date;
}

export function meetingSlotType({ blockId, startsAt, endsAt }: MeetingSlot): MeetingSlotType {
  return { blockId, startsAt, endsAt };
}
