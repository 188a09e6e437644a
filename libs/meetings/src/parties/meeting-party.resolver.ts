import { institutionType, InstitutionRepository, InstitutionType } from '#institutions';
import type { Refusal } from '#kernel';
import { personNameType, PersonNameType, PersonRepository } from '#people';
import {
  Allow,
  connectionOf,
  CurrentViewer,
  limitOf,
  NotAllowed,
  NotFound,
  offsetOf,
  pageAt,
  PageArgs,
  shown,
  type Connection,
  type RequestContext,
  type Viewer,
} from '#platform';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { maySee, mayFindParties, requireSight } from './meeting-party.policy.js';
import { MeetingPartyRepository } from './meeting-party.repository.js';
import { MeetingPartyService } from './meeting-party.service.js';
import * as types from './meeting-party.types.js';
import { PartyAvailabilityService } from './party-availability.service.js';

const { MeetingPartyConnection, MeetingPartyOrRefusal, meetingPartyType, MeetingPartyType, UnavailableTimeType } =
  types;
const partyArgument = { type: () => ID, description: 'The meeting party.' };

@Resolver(() => MeetingPartyType)
export class MeetingPartyResolver {
  constructor(
    private readonly parties: MeetingPartyRepository,
    private readonly service: MeetingPartyService,
    private readonly availability: PartyAvailabilityService,
    private readonly institutions: InstitutionRepository,
    private readonly people: PersonRepository,
  ) {}

  @Allow('party')
  @Query(() => MeetingPartyType, {
    description:
      "A meeting party. For the event's staff and the event's other parties by their links; NOT_FOUND otherwise.",
  })
  async meetingParty(
    @CurrentViewer() viewer: Viewer,
    @Args('id', partyArgument) id: string,
  ): Promise<types.MeetingPartyType> {
    const party = await this.parties.byId(id);
    if (!party || !mayFindParties(viewer, party.eventId)) throw new NotFound('meeting party');
    return meetingPartyType(party);
  }

  @Allow('party')
  @Query(() => MeetingPartyConnection, {
    description: "An event's meeting parties by name. For its staff, and for its parties by their links.",
  })
  async meetingParties(
    @CurrentViewer() viewer: Viewer,
    @Args('eventId', { type: () => ID, description: 'The event.' }) eventId: string,
    @Args('search', {
      type: () => String,
      defaultValue: '',
      description: 'Words that the name must have, accents and case aside.',
    })
    search: string,
    @Args({ type: () => PageArgs }) page: PageArgs,
  ): Promise<Connection<types.MeetingPartyType>> {
    if (!mayFindParties(viewer, eventId)) throw new NotAllowed();
    const { rows, total } = await this.parties.named(eventId, search, { offset: offsetOf(page), limit: limitOf(page) });
    return connectionOf(pageAt(rows, total, page), meetingPartyType);
  }

  @Allow('party')
  @ResolveField(() => InstitutionType, { description: 'The institution.' })
  async institution(
    @Parent() { institutionId }: types.MeetingPartyType,
    @Context() { loaders }: RequestContext,
  ): Promise<InstitutionType> {
    const row = await loaders.by(this.institutions.byIds, this.institutions.byIds).load(institutionId);
    if (!row) throw new NotFound('institution');
    return institutionType(row);
  }

  @Allow('party')
  @ResolveField(() => PersonNameType, {
    nullable: true,
    description: "Who answers for it. For itself and the event's staff; null to other parties.",
  })
  async contact(
    @Parent() party: types.MeetingPartyType,
    @CurrentViewer() viewer: Viewer,
    @Context() { loaders }: RequestContext,
  ): Promise<PersonNameType | null> {
    if (!maySee(viewer, party.eventId, [party.id])) return null;
    const row = await loaders.by(this.people.byIds, this.people.byIds).load(party.contactPersonId);
    return row ? personNameType(row) : null;
  }

  @Allow('party')
  @ResolveField(() => [UnavailableTimeType], {
    description: "When it wants no meetings, in order. For itself and the event's staff.",
  })
  async unavailable(
    @Parent() party: types.MeetingPartyType,
    @CurrentViewer() viewer: Viewer,
    @Context() { loaders }: RequestContext,
  ): Promise<types.UnavailableTimeType[]> {
    requireSight(viewer, party.eventId, [party.id]);
    const rows = await loaders.by(this.parties.availabilityOfMany, this.parties.availabilityOfMany).load(party.id);
    return (rows ?? []).map(({ startsAt, endsAt }) => ({ startsAt, endsAt }));
  }

  @Allow('staff')
  @Mutation(() => MeetingPartyOrRefusal, {
    description:
      "Lets an institution take part in the event's meetings. The event's organisers only. Refuses an institution that does already.",
  })
  async joinMeetings(
    @CurrentViewer() viewer: Viewer,
    @Args('eventId', { type: () => ID, description: 'The event.' }) eventId: string,
    @Args('institutionId', { type: () => ID, description: 'The institution.' }) institutionId: string,
    @Args('contactPersonId', { type: () => ID, description: 'Who answers for it and gets its mails.' })
    personId: string,
  ): Promise<types.MeetingPartyType | Refusal> {
    return shown(await this.service.join(viewer, eventId, institutionId, personId), meetingPartyType);
  }

  @Allow('staff')
  @Mutation(() => MeetingPartyType, {
    description:
      "Lets another person answer for the party; the former one's link opens nothing any more. The event's organisers only.",
  })
  async changeMeetingContact(
    @CurrentViewer() viewer: Viewer,
    @Args('partyId', partyArgument) partyId: string,
    @Args('contactPersonId', { type: () => ID, description: 'Who answers from now on.' }) personId: string,
  ): Promise<types.MeetingPartyType> {
    return meetingPartyType(await this.service.changeContact(viewer, partyId, personId));
  }

  @Allow('party')
  @Mutation(() => MeetingPartyOrRefusal, {
    description:
      "Says in which slots the party wants no meetings; all others are available. Replaces what was said before. For the party by its link, and the event's organisers. Refuses a slot with a meeting.",
  })
  async setPartyAvailability(
    @CurrentViewer() viewer: Viewer,
    @Args('partyId', partyArgument) partyId: string,
    @Args('unavailableSlots', {
      type: () => [String],
      description: "Starts of the slots, wall-clock in the event's zone: `2025-06-20T15:20`. Empty: always available.",
    })
    unavailableSlots: string[],
  ): Promise<types.MeetingPartyType | Refusal> {
    return shown(await this.availability.setUnavailable(viewer, partyId, unavailableSlots), meetingPartyType);
  }
}
