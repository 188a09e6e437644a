import { EventRepository, refuseTexts } from '#events';
import { newId, tidyLine, type Refusal } from '#kernel';
import { AuditTrail, difference, NotFound, refusedBy, requireRole, UnitOfWork, type Viewer } from '#platform';
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
    private readonly audit: AuditTrail,
  ) {}

  /** Puts the block after the event's other blocks. */
  async add(viewer: Viewer, { eventId, name, colour }: ThematicBlockDraft): Promise<ThematicBlock | Refusal> {
    const event = await this.events.byId(eventId);
    if (!event) throw new NotFound('event');
    requireRole(viewer, event.id, 'organiser');
    return this.save(viewer, { id: newId(), eventId, name, colour, order: 0 }, null);
  }

  async update(
    viewer: Viewer,
    id: string,
    change: Partial<Omit<ThematicBlockDraft, 'eventId'>>,
  ): Promise<ThematicBlock | Refusal> {
    const block = await this.blocks.byId(id);
    if (!block) throw new NotFound('thematic block');
    requireRole(viewer, block.eventId, 'organiser');
    const wanted = { ...block, name: change.name ?? block.name, colour: change.colour ?? block.colour };
    return this.save(viewer, wanted, block);
  }

  private async save(
    viewer: Viewer,
    block: ThematicBlock,
    before: ThematicBlock | null,
  ): Promise<ThematicBlock | Refusal> {
    const unfit = refuseTexts({ name: block.name });
    if (unfit) return unfit;
    const name = tidyLine(block.name);
    const taken = { thematic_block_name: () => blockRefusals.BLOCK_NAME_TAKEN({ name }, 'name') };
    return refusedBy(taken, () =>
      this.unitOfWork.run(async (work) => {
        const { manager } = work;
        await this.events.toChange(block.eventId, manager);
        const order = block.order || (await this.blocks.countIn(block.eventId, manager)) + 1;
        const saved = await manager.save(ThematicBlock, { ...block, name, order });
        const action = before ? 'updateThematicBlock' : 'addThematicBlock';
        const subject = { subject: 'ThematicBlock', subjectId: block.id, eventId: block.eventId };
        await this.audit.record(work, { viewer, action, ...subject, ...difference(before, saved) });
        return saved;
      }),
    );
  }
}
