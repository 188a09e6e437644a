import type { Refusal } from '#kernel';
import { Allow, CurrentViewer, requireMay, shown, type Viewer } from '#platform';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ThematicBlockRepository } from './thematic-block.repository.js';
import { ThematicBlockService } from './thematic-block.service.js';
import {
  ThematicBlockChangeInput,
  ThematicBlockInput,
  ThematicBlockOrRefusal,
  ThematicBlocksOrRefusal,
  ThematicBlocksType,
  thematicBlocksType,
  ThematicBlockType,
  thematicBlockType,
} from './thematic-block.types.js';

const idArgument = { type: () => ID, description: 'The block.' };
const eventArgument = { type: () => ID, description: 'The event.' };

@Resolver(() => ThematicBlockType)
export class ThematicBlockResolver {
  constructor(
    private readonly repository: ThematicBlockRepository,
    private readonly service: ThematicBlockService,
  ) {}

  @Allow('staff')
  @Query(() => [ThematicBlockType], {
    description: "An event's blocks in the order in which they are shown. The event's staff only.",
  })
  async thematicBlocks(
    @CurrentViewer() viewer: Viewer,
    @Args('eventId', eventArgument) eventId: string,
  ): Promise<ThematicBlockType[]> {
    requireMay(viewer, 'event.read', eventId);
    return (await this.repository.ofEvent(eventId)).map(thematicBlockType);
  }

  @Allow('staff')
  @Mutation(() => ThematicBlockOrRefusal, {
    description: "Adds a block after the others. The event's organisers only. Refuses a name in use.",
  })
  async addThematicBlock(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => ThematicBlockInput, description: 'The new block.' }) input: ThematicBlockInput,
  ): Promise<ThematicBlockType | Refusal> {
    return shown(await this.service.add(viewer, input), thematicBlockType);
  }

  @Allow('staff')
  @Mutation(() => ThematicBlockOrRefusal, { description: "Changes a block. The event's organisers only." })
  async updateThematicBlock(
    @CurrentViewer() viewer: Viewer,
    @Args('id', idArgument) id: string,
    @Args('input', { type: () => ThematicBlockChangeInput, description: 'What shall be different.' })
    input: ThematicBlockChangeInput,
  ): Promise<ThematicBlockType | Refusal> {
    return shown(await this.service.update(viewer, id, input), thematicBlockType);
  }

  @Allow('staff')
  @Mutation(() => ThematicBlockOrRefusal, {
    description: "Takes a block away, and answers it. The event's organisers only. Refuses one that sessions carry.",
  })
  async removeThematicBlock(
    @CurrentViewer() viewer: Viewer,
    @Args('id', idArgument) id: string,
  ): Promise<ThematicBlockType | Refusal> {
    return shown(await this.service.remove(viewer, id), thematicBlockType);
  }

  @Allow('staff')
  @Mutation(() => ThematicBlocksOrRefusal, {
    description: "Puts an event's blocks in another order. Its organisers only. Refuses a list that leaves one out.",
  })
  async reorderThematicBlocks(
    @CurrentViewer() viewer: Viewer,
    @Args('eventId', eventArgument) eventId: string,
    @Args('blockIds', { type: () => [ID], description: 'Every block once, the first one first.' }) blockIds: string[],
  ): Promise<ThematicBlocksType | Refusal> {
    return shown(await this.service.reorder(viewer, eventId, blockIds), thematicBlocksType);
  }
}
