import type { Refusal } from '#kernel';
import {
  Allow,
  connectionOf,
  CurrentViewer,
  NotFound,
  shown,
  type Connection,
  type RequestContext,
  type Viewer,
} from '#platform';
import { Args, Context, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { EventListArgs } from '../parties/event-list.args.js';
import { maySee, requireListSight } from '../parties/meeting-party.policy.js';
import { BilateralMeetingRepository } from './bilateral-meeting.repository.js';
import { BilateralMeetingService } from './bilateral-meeting.service.js';
import * as types from './bilateral-meeting.types.js';

const { BilateralMeetingConnection, BilateralMeetingOrRefusal, BilateralMeetingFilter } = types;
const { BilateralMeetingType, bilateralMeetingType } = types;

type Answer = Promise<types.BilateralMeetingType | Refusal>;

const meetingArgument = { type: () => ID, description: 'The meeting.' };
const seenVersion = {
  type: () => Int,
  nullable: true,
  description: 'The version on which this was decided; a meeting that changed meanwhile is refused (MEETING_CHANGED).',
};
const who = "For its two parties by their links, and the event's organisers.";
const repeatable = 'Send an Idempotency-Key to be able to repeat it safely.';

@Resolver(() => BilateralMeetingType)
export class BilateralMeetingResolver {
  constructor(
    private readonly meetings: BilateralMeetingRepository,
    private readonly service: BilateralMeetingService,
  ) {}

  @Allow('party')
  @Query(() => BilateralMeetingType, {
    description: "A bilateral meeting. For its two parties by their links and the event's staff; NOT_FOUND otherwise.",
  })
  async bilateralMeeting(
    @CurrentViewer() viewer: Viewer,
    @Args('id', meetingArgument) id: string,
  ): Promise<types.BilateralMeetingType> {
    const row = await this.meetings.byId(id);
    const isSeen = row && maySee(viewer, row.eventId, await this.meetings.partyIdsOf(row.id));
    if (!isSeen) throw new NotFound('meeting');
    return bilateralMeetingType(row);
  }

  @Allow('party')
  @Query(() => BilateralMeetingConnection, {
    description: "An event's meetings in order of time. For its staff; a party by its link must name itself.",
  })
  async bilateralMeetings(
    @CurrentViewer() viewer: Viewer,
    @Args({ type: () => EventListArgs }) args: EventListArgs,
    @Args('filter', { type: () => BilateralMeetingFilter, nullable: true, description: 'Which of them.' })
    filter: types.BilateralMeetingFilter | null,
  ): Promise<Connection<types.BilateralMeetingType>> {
    requireListSight(viewer, args.eventId, filter?.partyId ?? null);
    return connectionOf(await this.meetings.ofEvent(args.eventId, { ...filter, ...args }, args), bilateralMeetingType);
  }

  @Allow('party')
  @Mutation(() => BilateralMeetingOrRefusal, {
    description: `Moves a meeting to another free slot and table; both sides get the update of their calendar entry. ${who} ${repeatable}`,
  })
  async rescheduleMeeting(
    @CurrentViewer() viewer: Viewer,
    @Args('meetingId', meetingArgument) meetingId: string,
    @Args('startsAt', { type: () => String, description: "Start of the slot, wall-clock in the event's zone." })
    startsAt: string,
    @Args('version', seenVersion) version: number | null,
    @Context() { idempotencyKey: key }: RequestContext,
  ): Answer {
    const terms = { seenVersion: version, key };
    return shown(await this.service.reschedule(viewer, meetingId, startsAt, terms), bilateralMeetingType);
  }

  @Allow('party')
  @Mutation(() => BilateralMeetingOrRefusal, {
    description: `Cancels a meeting to come: table and time are free again, both sides get a CANCEL and no reminder. ${who} ${repeatable}`,
  })
  async cancelMeeting(
    @CurrentViewer() viewer: Viewer,
    @Args('meetingId', meetingArgument) meetingId: string,
    @Args('reason', { type: () => String, description: 'Why, for the other side to read: 1 to 500 characters.' })
    reason: string,
    @Args('version', seenVersion) version: number | null,
    @Context() { idempotencyKey: key }: RequestContext,
  ): Answer {
    const terms = { seenVersion: version, key };
    return shown(await this.service.cancel(viewer, meetingId, reason, terms), bilateralMeetingType);
  }

  @Allow('party')
  @Mutation(() => BilateralMeetingOrRefusal, { description: `Notes that a meeting that has begun was held. ${who}` })
  async markMeetingHeld(
    @CurrentViewer() viewer: Viewer,
    @Args('meetingId', meetingArgument) meetingId: string,
  ): Answer {
    return shown(await this.service.markHeld(viewer, meetingId), bilateralMeetingType);
  }

  @Allow('party')
  @Mutation(() => BilateralMeetingOrRefusal, { description: `Notes which party did not come to a meeting. ${who}` })
  async markMeetingNoShow(
    @CurrentViewer() viewer: Viewer,
    @Args('meetingId', meetingArgument) meetingId: string,
    @Args('partyId', { type: () => ID, description: 'The party that did not come.' }) partyId: string,
  ): Answer {
    return shown(await this.service.markNoShow(viewer, meetingId, partyId), bilateralMeetingType);
  }
}
