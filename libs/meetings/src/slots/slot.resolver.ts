import { Allow, CurrentViewer, type Viewer } from '#platform';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { SlotService } from './slot.service.js';
import { meetingSlotType, MeetingSlotType } from './slot.types.js';

@Resolver(() => MeetingSlotType)
export class SlotResolver {
  constructor(private readonly slots: SlotService) {}

  @Allow('party')
  @Query(() => [MeetingSlotType], {
    description:
      "The slots to come in which both parties and a table are free, in order. For the first party by its link, and for the event's staff.",
  })
  async freeSlots(
    @CurrentViewer() viewer: Viewer,
    @Args('partyId', { type: () => ID, description: 'The party that asks.' }) partyId: string,
    @Args('withPartyId', { type: () => ID, description: 'The party that it wants to meet.' }) withPartyId: string,
  ): Promise<MeetingSlotType[]> {
    return (await this.slots.freeFor(viewer, partyId, withPartyId)).map(meetingSlotType);
  }
}
