import { Allow, orRefusal } from '#platform';
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { MeetingBlock } from './meeting-block.entity.js';
import type { MeetingTable } from './meeting-table.entity.js';

@Allow('party')
@ObjectType('MeetingTable', { description: 'A table (mesa, the furniture) where one meeting at a time is held.' })
export class MeetingTableType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;

  @Field(() => Int, { description: 'As the sign on it says, from 1.' })
  number: number;

  @Field(() => String, { nullable: true, description: 'Where it stands; null when the number tells enough.' })
  name: string | null;
}

export function meetingTableType({ id, number, name }: MeetingTable): MeetingTableType {
  return { id, number, name };
}

@Allow('party')
@ObjectType('MeetingBlock', { description: 'A stretch of an event for bilateral meetings, cut into slots.' })
export class MeetingBlockType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;

  @Field(() => String, { description: 'As organisers call it: Viernes por la tarde.' })
  name: string;

  @Field(() => GraphQLISODateTime, { description: 'Its start, as an instant in UTC.' })
  startsAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'The instant in UTC at which it is over.' })
  endsAt: Date;

  @Field(() => Int, { description: 'Length of one meeting, in minutes.' })
  slotMinutes: number;

  @Field(() => Int, { description: 'Minutes between two slots.' })
  breakMinutes: number;

  /** Not in the schema: the room is loaded by it. */
  roomId: string | null;
}

export function meetingBlockType(row: MeetingBlock): MeetingBlockType {
  const { id, name, startsAt, endsAt, slotMinutes, breakMinutes, roomId } = row;
  return { id, name, startsAt, endsAt, slotMinutes, breakMinutes, roomId };
}

export const MeetingBlockOrRefusal = orRefusal('MeetingBlock', () => MeetingBlockType);

const localTime = "Wall-clock time in the event's zone: `2025-06-20T15:00`.";

@InputType('MeetingBlockInput', { description: 'A new meeting block.' })
export class MeetingBlockInput {
  @Field(() => ID, { description: 'The event.' })
  eventId: string;

  @Field(() => String, { description: 'At most 100 characters.' })
  name: string;

  @Field(() => String, { description: `Its start, on a day of the event. ${localTime}` })
  startsAt: string;

  @Field(() => String, { description: `Its end, after the start. ${localTime}` })
  endsAt: string;

  @Field(() => Int, { description: 'Length of one meeting in minutes, from 5 to 240.' })
  slotMinutes: number;

  @Field(() => Int, { defaultValue: 0, description: 'Minutes between two slots, from 0 to 60.' })
  breakMinutes: number;

  @Field(() => Int, { description: 'How many tables, numbered from 1; from 1 to 500.' })
  tables: number;

  @Field(() => ID, { nullable: true, description: 'The room of the event in which the tables stand.' })
  roomId?: string | null;
}
