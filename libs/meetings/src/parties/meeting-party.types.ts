import { Allow, connectionType, orRefusal } from '#platform';
import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import type { MeetingParty } from './meeting-party.entity.js';

@Allow('party')
@ObjectType('UnavailableTime', { description: 'A stretch of time in which a party wants no meetings.' })
export class UnavailableTimeType {
  @Field(() => GraphQLISODateTime, { description: 'Its start, as an instant in UTC.' })
  startsAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'The instant in UTC at which it is over.' })
  endsAt: Date;
}

@Allow('party')
@ObjectType('MeetingParty', { description: "An institution that takes part in an event's bilateral meetings." })
export class MeetingPartyType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;

  @Field(() => ID, { description: 'The event.' })
  eventId: string;

  @Field(() => String, { description: "The institution's name." })
  name: string;

  /** Not in the schema: what is loaded by them. */
  institutionId: string;
  contactPersonId: string;
}

export function meetingPartyType(row: MeetingParty): MeetingPartyType {
  const { id, eventId, name, institutionId, contactPersonId } = row;
  return { id, eventId, name, institutionId, contactPersonId };
}

export const MeetingPartyConnection = connectionType('MeetingParty', MeetingPartyType, 'party');
export const MeetingPartyOrRefusal = orRefusal('MeetingParty', () => MeetingPartyType);
