import type { Refusal } from '#kernel';
import { Allow, CurrentViewer, shown, type Viewer } from '#platform';
import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { ThematicBlockService } from './thematic-block.service.js';
import {
  ThematicBlockChangeInput,
  ThematicBlockInput,
  ThematicBlockOrRefusal,
  ThematicBlockType,
  thematicBlockType,
} from './thematic-block.types.js';

@Resolver(() => ThematicBlockType)
export class ThematicBlockResolver {
  constructor(private readonly service: ThematicBlockService) {}

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
    @Args('id', { type: () => ID, description: 'The block.' }) id: string,
    @Args('input', { type: () => ThematicBlockChangeInput, description: 'What shall be different.' })
    input: ThematicBlockChangeInput,
  ): Promise<ThematicBlockType | Refusal> {
    return shown(await this.service.update(viewer, id, input), thematicBlockType);
  }
}
