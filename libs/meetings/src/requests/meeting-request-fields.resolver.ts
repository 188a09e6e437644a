import { Allow, NotFound, type RequestContext } from '#platform';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { BilateralMeetingRepository } from '../bilateral/bilateral-meeting.repository.js';
import { BilateralMeetingType, bilateralMeetingType } from '../bilateral/bilateral-meeting.types.js';
import { MeetingPartyRepository } from '../parties/meeting-party.repository.js';
import { MeetingPartyType, meetingPartyType } from '../parties/meeting-party.types.js';
import { MeetingRequestType } from './meeting-request.types.js';

/** What nests in a request, loaded for a whole list at once. */
@Resolver(() => MeetingRequestType)
export class MeetingRequestFieldsResolver {
  constructor(
    private readonly parties: MeetingPartyRepository,
    private readonly meetings: BilateralMeetingRepository,
  ) {}

  @Allow('party')
  @ResolveField(() => MeetingPartyType, { description: 'The party that asks.' })
  from(@Parent() { fromPartyId }: MeetingRequestType, @Context() context: RequestContext): Promise<MeetingPartyType> {
    return this.party(fromPartyId, context);
  }

  @Allow('party')
  @ResolveField(() => MeetingPartyType, { description: 'The party that is asked.' })
  to(@Parent() { toPartyId }: MeetingRequestType, @Context() context: RequestContext): Promise<MeetingPartyType> {
    return this.party(toPartyId, context);
  }

  @Allow('party')
  @ResolveField(() => MeetingPartyType, { nullable: true, description: 'Who proposed another time last.' })
  proposedBy(@Parent() { proposedByPartyId }: MeetingRequestType, @Context() context: RequestContext) {
    return proposedByPartyId ? this.party(proposedByPartyId, context) : null;
  }

  @Allow('party')
  @ResolveField(() => BilateralMeetingType, { nullable: true, description: 'Its meeting; null until it is accepted.' })
  async meeting(
    @Parent() { id }: MeetingRequestType,
    @Context() { loaders }: RequestContext,
  ): Promise<BilateralMeetingType | null> {
    const row = await loaders.by(this.meetings.byRequests, this.meetings.byRequests).load(id);
    return row ? bilateralMeetingType(row) : null;
  }

  private async party(id: string, { loaders }: RequestContext): Promise<MeetingPartyType> {
    const row = await loaders.by(this.parties.byIds, this.parties.byIds).load(id);
    if (!row) throw new NotFound('meeting party');
    return meetingPartyType(row);
  }
}
