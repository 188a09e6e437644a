import { Allow, orRefusal } from '#platform';
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType, OmitType, PartialType } from '@nestjs/graphql';
import type { Room } from './room.entity.js';
import type { Venue } from './venue.entity.js';

@Allow('public')
@ObjectType('Room', { description: 'A room in which one session at a time takes place.' })
export class RoomType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;

  @Field(() => String, { description: 'Its name, unique in the event.' })
  name: string;

  @Field(() => Int, { description: 'How many people it seats.' })
  capacity: number;

  @Allow('staff')
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was put away; null while it is in use.' })
  archivedAt: Date | null;
}

@Allow('public')
@ObjectType('Rooms', { description: 'The rooms of an event.' })
export class RoomsType {
  @Field(() => [RoomType], { description: 'Those in use, in the order in which they are shown.' })
  rooms: RoomType[];
}

@Allow('public')
@ObjectType('Venue', { description: 'A building or site where an event is held.' })
export class VenueType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;

  @Field(() => String, { description: 'Its name, unique in the event.' })
  name: string;

  @Field(() => String, { description: 'Street and number, as one finds it.' })
  address: string;

  @Allow('staff')
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was put away; null while it is in use.' })
  archivedAt: Date | null;
}

export const VenueOrRefusal = orRefusal('Venue', () => VenueType);
export const RoomOrRefusal = orRefusal('Room', () => RoomType);
export const RoomsOrRefusal = orRefusal('Rooms', () => RoomsType);

@InputType({ description: 'A new venue.' })
export class VenueInput {
  @Field(() => ID, { description: 'The event.' })
  eventId: string;

  @Field(() => String, { description: 'Unique in the event, at most 200 characters.' })
  name: string;

  @Field(() => String, { description: 'Street and number, at most 200 characters.' })
  address: string;
}

@InputType({ description: 'What shall be different; what is absent stays as it is.' })
export class VenueChangeInput extends PartialType(OmitType(VenueInput, ['eventId'] as const)) {}

@InputType({ description: 'A new room.' })
export class RoomInput {
  @Field(() => ID, { description: 'Its venue.' })
  venueId: string;

  @Field(() => String, { description: 'Unique in the event, at most 200 characters.' })
  name: string;

  @Field(() => Int, { description: 'How many people it seats, from 1.' })
  capacity: number;
}

@InputType({ description: 'What shall be different; what is absent stays as it is.' })
export class RoomChangeInput extends PartialType(OmitType(RoomInput, ['venueId'] as const)) {}

export function venueType({ id, name, address, archivedAt }: Venue): VenueType {
  return { id, name, address, archivedAt };
}

export function roomType({ id, name, capacity, archivedAt }: Room): RoomType {
  return { id, name, capacity, archivedAt };
}

export function roomsType(rows: Room[]): RoomsType {
  return { rooms: rows.map(roomType) };
}
