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
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { EventListArgs } from '../parties/event-list.args.js';
import { maySee, requireListSight } from '../parties/meeting-party.policy.js';
import { MeetingRequestRepository } from './meeting-request.repository.js';
import { MeetingRequestService } from './meeting-request.service.js';
import * as types from './meeting-request.types.js';

const { MeetingRequestConnection, MeetingRequestOrRefusal, MeetingRequestFilter } = types;
const { MeetingRequestInput, MeetingRequestType, meetingRequestType } = types;

type Answer = Promise<types.MeetingRequestType | Refusal>;

const requestArgument = { type: () => ID, description: 'The meeting request.' };
const slotStart = "Start of a free slot, wall-clock in the event's zone: `2025-06-20T15:20`.";
const who = "For the party whose turn it is by its link, and the event's organisers.";
const repeatable = 'Send an Idempotency-Key to be able to repeat it safely.';

@Resolver(() => MeetingRequestType)
export class MeetingRequestResolver {
  constructor(
    private readonly requests: MeetingRequestRepository,
    private readonly service: MeetingRequestService,
  ) {}

  @Allow('party')
  @Query(() => MeetingRequestType, {
    description: "A meeting request. For its two parties by their links and the event's staff; NOT_FOUND otherwise.",
  })
  async meetingRequest(
    @CurrentViewer() viewer: Viewer,
    @Args('id', requestArgument) id: string,
  ): Promise<types.MeetingRequestType> {
    const row = await this.requests.byId(id);
    const isSeen = row && maySee(viewer, row.eventId, [row.fromPartyId, row.toPartyId]);
    if (!isSeen) throw new NotFound('meeting request');
    return meetingRequestType(row);
  }

  @Allow('party')
  @Query(() => MeetingRequestConnection, {
    description: "An event's meeting requests, the latest first. For its staff; a party by its link must name itself.",
  })
  async meetingRequests(
    @CurrentViewer() viewer: Viewer,
    @Args({ type: () => EventListArgs }) args: EventListArgs,
    @Args('filter', { type: () => MeetingRequestFilter, nullable: true, description: 'Which of them.' })
    filter: types.MeetingRequestFilter | null,
  ): Promise<Connection<types.MeetingRequestType>> {
    requireListSight(viewer, args.eventId, filter?.partyId ?? null);
    return connectionOf(await this.requests.ofEvent(args.eventId, { ...filter, ...args }, args), meetingRequestType);
  }

  @Allow('party')
  @Mutation(() => MeetingRequestOrRefusal, {
    description: `Asks a party for a meeting. For a party by its link, and the event's organisers. Refuses while another request between the two waits. ${repeatable}`,
  })
  async sendMeetingRequest(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => MeetingRequestInput, description: 'The request.' }) input: types.MeetingRequestInput,
    @Context() { idempotencyKey }: RequestContext,
  ): Answer {
    return shown(await this.service.send(viewer, input, idempotencyKey), meetingRequestType);
  }

  @Allow('party')
  @Mutation(() => MeetingRequestOrRefusal, {
    description: `Accepts a request and schedules its meeting at a free table. ${who} A slot that was lost to somebody quicker is refused with the next free ones in details.alternatives. ${repeatable}`,
  })
  async acceptMeetingRequest(
    @CurrentViewer() viewer: Viewer,
    @Args('requestId', requestArgument) requestId: string,
    @Args('startsAt', {
      type: () => String,
      nullable: true,
      description: `${slotStart} Null: the proposed or preferred slot, or else the first free one.`,
    })
    startsAt: string | null,
    @Context() { idempotencyKey }: RequestContext,
  ): Answer {
    return shown(await this.service.accept(viewer, requestId, startsAt ?? null, idempotencyKey), meetingRequestType);
  }

  @Allow('party')
  @Mutation(() => MeetingRequestOrRefusal, { description: `Declines a request. ${who} ${repeatable}` })
  async declineMeetingRequest(
    @CurrentViewer() viewer: Viewer,
    @Args('requestId', requestArgument) requestId: string,
    @Args('reason', { type: () => String, defaultValue: '', description: 'Why, at most 500 characters; may be empty.' })
    reason: string,
    @Context() { idempotencyKey }: RequestContext,
  ): Answer {
    return shown(await this.service.decline(viewer, requestId, reason, idempotencyKey), meetingRequestType);
  }

  @Allow('party')
  @Mutation(() => MeetingRequestOrRefusal, {
    description: `Proposes another time; then the other party answers. ${who} ${repeatable}`,
  })
  async proposeAnotherTime(
    @CurrentViewer() viewer: Viewer,
    @Args('requestId', requestArgument) requestId: string,
    @Args('startsAt', { type: () => String, description: slotStart }) startsAt: string,
    @Context() { idempotencyKey }: RequestContext,
  ): Answer {
    const answer = await this.service.proposeAnotherTime(viewer, requestId, startsAt, idempotencyKey);
    return shown(answer, meetingRequestType);
  }

  @Allow('party')
  @Mutation(() => MeetingRequestOrRefusal, {
    description: `Takes a request back. For the party that asked by its link, and the event's organisers. ${repeatable}`,
  })
  async withdrawMeetingRequest(
    @CurrentViewer() viewer: Viewer,
    @Args('requestId', requestArgument) requestId: string,
    @Args('reason', { type: () => String, defaultValue: '', description: 'Why, at most 500 characters; may be empty.' })
    reason: string,
    @Context() { idempotencyKey }: RequestContext,
  ): Answer {
    return shown(await this.service.withdraw(viewer, requestId, reason, idempotencyKey), meetingRequestType);
  }
}
