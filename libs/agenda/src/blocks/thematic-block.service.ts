import { EventRepository, isWholeOrder, refuseTexts } from '#events';
import { newId, tidyLine, type Refusal } from '#kernel';
import { AuditTrail, NotFound, refusedBy, requireMay, UnitOfWork, type Viewer, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { ThematicBlock } from './thematic-block.entity.js';
import { ThematicBlockRepository } from './thematic-block.repository.js';
import { blockRefusals, type BlockColour } from './thematic-block.rules.js';

export interface ThematicBlockDraft {
  readonly eventId: string;
  readonly name: string;
  readonly colour: BlockColour;
}

type Change = Partial<Omit<ThematicBlockDraft, 'eventId'>>;

/** Organisers of the event only. The event's row is locked meanwhile: two changes of its blocks happen one after the other. */
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
    return this.named(name, () =>
      this.changing(viewer, eventId, async (work) => {
        const order = (await this.blocks.lastOrder(eventId, work.manager)) + 1;
        const block = { id: newId(), eventId, name: tidyLine(name), colour, order };
        return this.save(work, viewer, 'addThematicBlock', null, block);
      }),
    );
  }

  async update(viewer: Viewer, id: string, change: Change): Promise<ThematicBlock | Refusal> {
    const known = await this.existing(id);
    return this.named(change.name ?? known.name, () =>
      this.changing(viewer, known.eventId, async (work) => {
        const before = await this.existing(id, work);
        const block = { ...before, name: tidyLine(change.name ?? before.name), colour: change.colour ?? before.colour };
        return this.save(work, viewer, 'updateThematicBlock', before, block);
      }),
    );
  }

  /** Takes away a block that no session carries any more, and answers it as it was. */
  async remove(viewer: Viewer, id: string): Promise<ThematicBlock | Refusal> {
    const { eventId } = await this.existing(id);
    return this.changing(viewer, eventId, async (work) => {
      const block = await this.existing(id, work);
      const sessions = await this.blocks.sessionsWith(id, work.manager);
      if (sessions > 0) return blockRefusals.BLOCK_HAS_SESSIONS({ name: block.name, sessions });
      await work.manager.delete(ThematicBlock, { id });
      const deed = { viewer, action: 'removeThematicBlock', subject: 'ThematicBlock', eventId };
      await this.audit.recordChange(work, deed, block, null);
      return block;
    });
  }

  /** `blockIds` names every block of the event, the first one first. Answers them in that order. */
  async reorder(viewer: Viewer, eventId: string, blockIds: readonly string[]): Promise<ThematicBlock[] | Refusal> {
    return this.changing(viewer, eventId, async (work) => {
      const present = (await this.blocks.ofEvent(eventId, work.manager)).map(({ id }) => id);
      if (!isWholeOrder(present, blockIds)) return blockRefusals.BLOCK_ORDER_UNFIT({}, 'blockIds');
      await this.blocks.reorder(eventId, blockIds, work.manager);
      const deed = { viewer, action: 'reorderThematicBlocks', subject: 'Event', eventId };
      await this.audit.recordChange(work, deed, { id: eventId, blocks: present }, { id: eventId, blocks: blockIds });
      return this.blocks.ofEvent(eventId, work.manager);
    });
  }

  private changing<T>(viewer: Viewer, eventId: string, body: (work: Work) => Promise<T>): Promise<T> {
    return this.unitOfWork.run(async (work) => {
      const event = await this.events.toChange(eventId, work.manager);
      if (!event) throw new NotFound('event');
      requireMay(viewer, 'agenda.change', event.id);
      return body(work);
    });
  }

  private async named(text: string, body: () => Promise<ThematicBlock>): Promise<ThematicBlock | Refusal> {
    const name = tidyLine(text);
    const taken = { thematic_block_name: () => blockRefusals.BLOCK_NAME_TAKEN({ name }, 'name') };
    return refuseTexts({ name: text }) ?? refusedBy<ThematicBlock>(taken, body);
  }

  private async existing(id: string, work?: Work): Promise<ThematicBlock> {
    const block = await this.blocks.byId(id, work?.manager);
    if (!block) throw new NotFound('thematic block');
    return block;
  }

  private async save(
    work: Work,
    viewer: Viewer,
    action: string,
    before: ThematicBlock | null,
    after: ThematicBlock,
  ): Promise<ThematicBlock> {
    const block = await work.manager.save(ThematicBlock, after);
    const deed = { viewer, action, subject: 'ThematicBlock', eventId: block.eventId };
    await this.audit.recordChange(work, deed, before, block);
    return block;
  }
}
