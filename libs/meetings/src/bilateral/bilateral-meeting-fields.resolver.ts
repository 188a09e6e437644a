import { Allow, NotFound, type RequestContext } from '#platform';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MeetingBlockRepository } from '../blocks/meeting-block.repository.js';
import { MeetingTableType, meetingTableType } from '../blocks/meeting-block.types.js';
import { MeetingPartyRepository } from '../parties/meeting-party.repository.js';
import { MeetingPartyType, meetingPartyType } from '../parties/meeting-party.types.js';
import { MeetingRequestRepository } from '../requests/meeting-request.repository.js';
import { MeetingRequestType, meetingRequestType } from '../requests/meeting-request.types.js';
import { BilateralMeetingType } from './bilateral-meeting.types.js';

/** What nests in a meeting, loaded for a whole list at once. */
@Resolver(() => BilateralMeetingType)
export class BilateralMeetingFieldsResolver {
  constructor(
    private readonly blocks: MeetingBlockRepository,
    private readonly parties: MeetingPartyRepository,
    private readonly requests: MeetingRequestRepository,
  ) {}

  @Allow('party')
  @ResolveField(() => MeetingTableType, { description: 'Where the two sit.' })
  async table(
    @Parent() { tableId }: BilateralMeetingType,
    @Context() { loaders }: RequestContext,
  ): Promise<MeetingTableType> {
    const row = await loaders.by(this.blocks.tablesByIds, this.blocks.tablesByIds).load(tableId);
    if (!row) throw new NotFound('meeting table');
    return meetingTableType(row);
  }

  @Allow('party')
  @ResolveField(() => MeetingRequestType, {
    description: 'The request that it comes from, which names the two parties.',
  })
  async request(
    @Parent() { requestId }: BilateralMeetingType,
    @Context() { loaders }: RequestContext,
  ): Promise<MeetingRequestType> {
    const row = await loaders.by(this.requests.byIds, this.requests.byIds).load(requestId);
    if (!row) throw new NotFound('meeting request');
    return meetingRequestType(row);
  }

  @Allow('party')
  @ResolveField(() => MeetingPartyType, { nullable: true, description: 'The party that did not come; null otherwise.' })
  async noShow(
    @Parent() { noShowPartyId }: BilateralMeetingType,
    @Context() { loaders }: RequestContext,
  ): Promise<MeetingPartyType | null> {
    const row = noShowPartyId && (await loaders.by(this.parties.byIds, this.parties.byIds).load(noShowPartyId));
    return row ? meetingPartyType(row) : null;
  }
}
