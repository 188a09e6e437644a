import { Allow, connectionType, orRefusal, ShowsPersonal } from '#platform';
import { Field, GraphQLISODateTime, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { MeetingRequest } from './meeting-request.entity.js';
import { meetingRequestStates, type MeetingRequestState } from './meeting-request.rules.js';

export const MeetingRequestStateEnum = Object.fromEntries(meetingRequestStates.map((state) => [state, state]));
registerEnumType(MeetingRequestStateEnum, {
  name: 'MeetingRequestState',
  description: 'Where a meeting request stands.',
  valuesMap: {
    requested: { description: 'Waits for the asked party. It blocks nobody.' },
    counter_proposed: { description: 'Another time was proposed; the other party answers.' },
    accepted: { description: 'Accepted; its meeting is scheduled.' },
    expired: { description: 'Nobody answered in time.' },
  },
});

@Allow('party')
@ObjectType('MeetingRequest', {
  description: "One party asks another for a meeting. For the two, and the event's staff.",
})
export class MeetingRequestType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;

  @Field(() => MeetingRequestStateEnum, { description: 'Where it stands.' })
  state: MeetingRequestState;

  @Field(() => String, { description: 'What the meeting is about, in one line.' })
  topic: string;

  @Field(() => String, { nullable: true, description: 'The briefing note (ayuda memoria), plain text.' })
  @ShowsPersonal('note')
  message: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Start of the preferred slot, an instant in UTC.' })
  preferredStartsAt: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Start of the slot last proposed instead.' })
  proposedStartsAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was declined or withdrawn.' })
  @ShowsPersonal('note')
  reason: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When it was sent, an instant in UTC.' })
  createdAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it ends by itself if nobody answers, an instant in UTC.' })
  expiresAt: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was answered, withdrawn or expired.' })
  answeredAt: Date | null;

  /** Not in the schema: by whose roles notes are masked, and what is loaded by them. */
  eventId: string;
  fromPartyId: string;
  toPartyId: string;
  proposedByPartyId: string | null;
}

export function meetingRequestType(row: MeetingRequest): MeetingRequestType {
  const { id, eventId, state, topic, message, preferredStartsAt, proposedStartsAt, reason } = row;
  const { createdAt, expiresAt, answeredAt, fromPartyId, toPartyId, proposedByPartyId } = row;
  const texts = { id, eventId, state, topic, message, reason };
  const times = { preferredStartsAt, proposedStartsAt, createdAt, expiresAt, answeredAt };
  return { ...texts, ...times, fromPartyId, toPartyId, proposedByPartyId };
}

export const MeetingRequestConnection = connectionType('MeetingRequest', MeetingRequestType, 'party');
export const MeetingRequestOrRefusal = orRefusal('MeetingRequest', () => MeetingRequestType);

const localTime = "Wall-clock in the event's zone: `2025-06-20T15:20`.";

@InputType('MeetingRequestInput', { description: 'A new meeting request.' })
export class MeetingRequestInput {
  @Field(() => ID, { description: 'The event.' })
  eventId: string;

  @Field(() => ID, { description: 'The party that asks: the one whose link was used, or any for an organiser.' })
  fromPartyId: string;

  @Field(() => ID, { description: 'The party that is asked.' })
  toPartyId: string;

  @Field(() => String, { description: 'What it is about: one line of at most 200 characters.' })
  topic: string;

  @Field(() => String, { nullable: true, description: 'Briefing note (ayuda memoria), at most 2000 characters.' })
  message?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only a slot of this block will do; null: any.' })
  blockId?: string | null;

  @Field(() => String, { nullable: true, description: `Start of the slot that would suit best. ${localTime}` })
  preferredStartsAt?: string | null;
}

@InputType('MeetingRequestFilter', { description: 'Which requests; what is absent does not narrow the list.' })
export class MeetingRequestFilter {
  @Field(() => ID, { nullable: true, description: 'Only those that this party sent or got.' })
  partyId?: string | null;

  @Field(() => [MeetingRequestStateEnum], { nullable: true, description: 'Only those in one of these states.' })
  states?: MeetingRequestState[] | null;
}
