import { EventRepository, refuseTexts } from '#events';
import { newId, tidyLine, type Refusal } from '#kernel';
import { NotFound, refusedBy, requireRole, UnitOfWork, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import { ThematicBlock } from './thematic-block.entity.js';
import { ThematicBlockRepository } from './thematic-block.repository.js';
import { blockRefusals, type BlockColour } from './thematic-block.rules.js';

export interface ThematicBlockDraft {
  readonly eventId: string;
  readonly name: string;
  readonly colour: BlockColour;
}

/** Organisers of the event only. */
@Injectable()
export class ThematicBlockService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly events: EventRepository,
    private readonly blocks: ThematicBlockRepository,
  ) {}

  /** Puts the block after the event's other blocks. */
  async add(viewer: Viewer, { eventId, name, colour }: ThematicBlockDraft): Promise<ThematicBlock | Refusal> {
    const event = await this.events.byId(eventId);
    if (!event) throw new NotFound('event');
    requireRole(viewer, event.id, 'organiser');
    return this.save({ id: newId(), eventId, name, colour, order: 0 });
  }

  async update(
    viewer: Viewer,
    id: string,
    change: Partial<Omit<ThematicBlockDraft, 'eventId'>>,
  ): Promise<ThematicBlock | Refusal> {
    const block = await this.blocks.byId(id);
    if (!block) throw new NotFound('thematic block');
    requireRole(viewer, block.eventId, 'organiser');
    return this.save({ ...block, name: change.name ?? block.name, colour: change.colour ?? block.colour });
  }

  private async save(block: ThematicBlock): Promise<ThematicBlock | Refusal> {
    const unfit = refuseTexts({ name: block.name });
    if (unfit) return unfit;
    const name = tidyLine(block.name);
    const taken = { thematic_block_name: () => blockRefusals.BLOCK_NAME_TAKEN({ name }, 'name') };
    return refusedBy(taken, () =>
      this.unitOfWork.run(async ({ manager }) => {
        await this.events.toChange(block.eventId, manager);
        const order = block.order || (await this.blocks.countIn(block.eventId, manager)) + 1;
        return manager.save(ThematicBlock, { ...block, name, order });
      }),
    );
  }
}
