import { RoomRepository, RoomType, roomType } from '#events';
import type { Refusal } from '#kernel';
import { Allow, CurrentViewer, NotAllowed, shown, type RequestContext, type Viewer } from '#platform';
import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { mayFindParties } from '../parties/meeting-party.policy.js';
import { meetingSlotType, MeetingSlotType } from '../slots/slot.types.js';
import { MeetingBlockRepository } from './meeting-block.repository.js';
import { slotsOfBlock } from './meeting-block.rules.js';
import { MeetingBlockService } from './meeting-block.service.js';
import * as types from './meeting-block.types.js';

const { MeetingBlockInput, MeetingBlockOrRefusal, meetingBlockType, MeetingBlockType, MeetingTableType } = types;
const blockArgument = { type: () => ID, description: 'The meeting block.' };

@Resolver(() => MeetingBlockType)
export class MeetingBlockResolver {
  constructor(
    private readonly blocks: MeetingBlockRepository,
    private readonly service: MeetingBlockService,
    private readonly rooms: RoomRepository,
  ) {}

  @Allow('party')
  @Query(() => [MeetingBlockType], {
    description:
      "An event's meeting blocks in order of time. For its staff, and for its meeting parties by their links.",
  })
  async meetingBlocks(
    @CurrentViewer() viewer: Viewer,
    @Args('eventId', { type: () => ID, description: 'The event.' }) eventId: string,
  ): Promise<types.MeetingBlockType[]> {
    if (!mayFindParties(viewer, eventId)) throw new NotAllowed();
    return (await this.blocks.ofEvent(eventId)).map(meetingBlockType);
  }

  @Allow('party')
  @ResolveField(() => [MeetingTableType], { description: 'Its tables by number.' })
  async tables(
    @Parent() { id }: types.MeetingBlockType,
    @Context() { loaders }: RequestContext,
  ): Promise<types.MeetingTableType[]> {
    const rows = await loaders.by(this.blocks.tablesOfBlocks, this.blocks.tablesOfBlocks).load(id);
    return (rows ?? []).map(types.meetingTableType);
  }

  @Allow('party')
  @ResolveField(() => [MeetingSlotType], { description: 'Its slots in order, free or not.' })
  slots(@Parent() block: types.MeetingBlockType): MeetingSlotType[] {
    return slotsOfBlock(block).map((slot) => meetingSlotType({ ...slot, blockId: block.id }));
  }

  @Allow('party')
  @ResolveField(() => RoomType, { nullable: true, description: 'Where its tables stand; null while that is open.' })
  async room(
    @Parent() { roomId }: types.MeetingBlockType,
    @Context() { loaders }: RequestContext,
  ): Promise<RoomType | null> {
    const room = roomId && (await loaders.by(this.rooms.byIds, this.rooms.byIds).load(roomId));
    return room ? roomType(room) : null;
  }

  @Allow('staff')
  @Mutation(() => MeetingBlockOrRefusal, {
    description:
      "Opens a meeting block with its tables. The event's organisers only. Refuses one outside the event's days, one that overlaps another, and lengths that do not fit.",
  })
  async openMeetingBlock(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => MeetingBlockInput, description: 'The new block.' }) input: types.MeetingBlockInput,
  ): Promise<types.MeetingBlockType | Refusal> {
    return shown(await this.service.open(viewer, input), meetingBlockType);
  }

  @Allow('staff')
  @Mutation(() => MeetingBlockOrRefusal, {
    description: "Puts up more tables in a block; they get the next numbers. The event's organisers only.",
  })
  async addMeetingTables(
    @CurrentViewer() viewer: Viewer,
    @Args('blockId', blockArgument) blockId: string,
    @Args('count', { type: () => Int, description: 'How many more, from 1; a block has 500 at most.' }) count: number,
  ): Promise<types.MeetingBlockType | Refusal> {
    return shown(await this.service.addTables(viewer, blockId, count), meetingBlockType);
  }

  @Allow('staff')
  @Mutation(() => MeetingBlockOrRefusal, {
    description:
      "Takes a block away, in which no meeting was ever asked for; answers it as it was. The event's organisers only.",
  })
  async closeMeetingBlock(
    @CurrentViewer() viewer: Viewer,
    @Args('blockId', blockArgument) blockId: string,
  ): Promise<types.MeetingBlockType | Refusal> {
    return shown(await this.service.close(viewer, blockId), meetingBlockType);
  }
}
