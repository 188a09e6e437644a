import { Allow, connectionType, orRefusal, ShowsPersonal } from '#platform';
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { BilateralMeeting } from './bilateral-meeting.entity.js';
import { bilateralMeetingStates, type BilateralMeetingState } from './bilateral-meeting.rules.js';

export const BilateralMeetingStateEnum = Object.fromEntries(bilateralMeetingStates.map((state) => [state, state]));
registerEnumType(BilateralMeetingStateEnum, {
  name: 'BilateralMeetingState',
  description: 'What becomes of a meeting.',
  valuesMap: { no_show: { description: 'One party did not come.' } },
});

const cancelledByEnum = { party: 'party', organiser: 'organiser' };
registerEnumType(cancelledByEnum, { name: 'MeetingCanceller', description: 'Who cancelled a meeting.' });

@Allow('party')
@ObjectType('BilateralMeeting', { description: "Two parties at a table. For the two, and the event's staff." })
export class BilateralMeetingType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;

  @Field(() => BilateralMeetingStateEnum, { description: 'What becomes of it.' })
  state: BilateralMeetingState;

  @Field(() => GraphQLISODateTime, { description: 'Its start, as an instant in UTC.' })
  startsAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'The instant in UTC at which it is over.' })
  endsAt: Date;

  @Field(() => cancelledByEnum, { nullable: true, description: 'Who cancelled it; null while nobody did.' })
  cancelledBy: 'party' | 'organiser' | null;

  @Field(() => String, { nullable: true, description: 'Why it was cancelled.' })
  @ShowsPersonal('note')
  reason: string | null;

  @Field(() => String, { description: 'The UID of its calendar entry, the same however often it moves.' })
  calendarUid: string;

  @Field(() => Int, { description: 'The SEQUENCE of its calendar entry.' })
  sequence: number;

  @Field(() => Int, { description: 'Send it back with a change: a change on an older version is refused.' })
  version: number;

  /** Not in the schema: by whose roles notes are masked, and what is loaded by them. */
  eventId: string;
  requestId: string;
  tableId: string;
  noShowPartyId: string | null;
}

export function bilateralMeetingType(row: BilateralMeeting): BilateralMeetingType {
  const { id, state, startsAt, endsAt, cancelledBy, reason, calendarUid, sequence, version } = row;
  const { eventId, requestId, tableId, noShowPartyId } = row;
  const shownParts = { id, state, startsAt, endsAt, cancelledBy, reason, calendarUid, sequence, version };
  return { ...shownParts, eventId, requestId, tableId, noShowPartyId };
}

export const BilateralMeetingConnection = connectionType('BilateralMeeting', BilateralMeetingType, 'party');
export const BilateralMeetingOrRefusal = orRefusal('BilateralMeeting', () => BilateralMeetingType);

@InputType('BilateralMeetingFilter', { description: 'Which meetings; what is absent does not narrow the list.' })
export class BilateralMeetingFilter {
  @Field(() => ID, { nullable: true, description: 'Only the meetings of this party.' })
  partyId?: string | null;

  @Field(() => [BilateralMeetingStateEnum], { nullable: true, description: 'Only those in one of these states.' })
  states?: BilateralMeetingState[] | null;

  @Field(() => ID, { nullable: true, description: 'Only those of this meeting block.' })
  blockId?: string | null;
}
