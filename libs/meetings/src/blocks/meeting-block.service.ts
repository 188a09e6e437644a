import { isRefusal, newId, tidyLine, type Refusal } from '#kernel';
import { eventTime, EventRepository, RoomRepository, type Event } from '#events';
import {
  AuditTrail,
  difference,
  NotFound,
  requireMay,
  UnitOfWork,
  violatedConstraint,
  type Difference,
  type Viewer,
  type Work,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { MeetingBlock } from './meeting-block.entity.js';
import { MeetingBlockRepository } from './meeting-block.repository.js';
import { blockRefusals, faultOfBlock, mostTables, refuseOutside } from './meeting-block.rules.js';
import { MeetingTable } from './meeting-table.entity.js';

/** A block as it is typed in; times are wall-clock in the event's zone, `2025-06-20T15:00`. */
export interface BlockDraft {
  readonly eventId: string;
  readonly name: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly slotMinutes: number;
  readonly breakMinutes: number;
  readonly tables: number;
  readonly roomId?: string | null;
}

@Injectable()
export class MeetingBlockService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly blocks: MeetingBlockRepository,
    private readonly events: EventRepository,
    private readonly rooms: RoomRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** Opens a stretch of the event's time for meetings, with its tables numbered from 1. */
  async open(viewer: Viewer, draft: BlockDraft): Promise<MeetingBlock | Refusal> {
    requireMay(viewer, 'meetings.change', draft.eventId);
    return this.unitOfWork.run(async (work) => {
      const event = await this.events.toRelyOn(draft.eventId, work.manager);
      if (!event) throw new NotFound('event');
      await this.requireRoom(draft, work);
      const block = blockOf(draft, event);
      if (isRefusal(block)) return block;
      try {
        await work.manager.insert(MeetingBlock, block);
      } catch (error) {
        if (violatedConstraint(error) === 'no_two_blocks_at_once') {
          return this.unitOfWork.undo(blockRefusals.BLOCKS_OVERLAP({}, 'startsAt'));
        }
        throw error;
      }
      await this.setUp(work, block, 0, draft.tables);
      const opened = difference(null, { ...block, tables: draft.tables });
      await this.note(work, viewer, 'openMeetingBlock', block, opened);
      return block;
    });
  }

  /** Puts up `count` more tables; meetings get them from now on. */
  async addTables(viewer: Viewer, blockId: string, count: number): Promise<MeetingBlock | Refusal> {
    return this.unitOfWork.run(async (work) => {
      const block = await this.toRearrange(viewer, blockId, work);
      const tables = await this.blocks.tablesOf(blockId, work.manager);
      const last = tables.at(-1)?.number ?? 0;
      if (!fitsTables(count) || last + count > mostTables)
        return blockRefusals.BLOCK_TABLES({ most: mostTables }, 'count');
      await this.setUp(work, block, last, count);
      const more = { before: { tables: tables.length }, after: { tables: tables.length + count } };
      await this.note(work, viewer, 'addMeetingTables', block, more);
      return block;
    });
  }

  /** Takes away a block that nobody has asked a meeting in. */
  async close(viewer: Viewer, blockId: string): Promise<MeetingBlock | Refusal> {
    return this.unitOfWork.run(async (work) => {
      const block = await this.toRearrange(viewer, blockId, work);
      if (await this.blocks.hasMeetings(blockId, work.manager)) return blockRefusals.BLOCK_IN_USE();
      await work.manager.delete(MeetingTable, { blockId });
      await work.manager.delete(MeetingBlock, { id: blockId });
      await this.note(work, viewer, 'closeMeetingBlock', block, difference(block, null));
      return block;
    });
  }

  private note(work: Work, viewer: Viewer, action: string, block: MeetingBlock, change: Difference): Promise<void> {
    const { id: subjectId, eventId } = block;
    return this.audit.record(work, { viewer, action, subject: 'MeetingBlock', subjectId, eventId, ...change });
  }

  /** Locks the event's blocks: whoever fills or moves meetings is done, or waits. */
  private async toRearrange(viewer: Viewer, blockId: string, work: Work): Promise<MeetingBlock> {
    const known = await this.blocks.byId(blockId, work.manager);
    if (!known) throw new NotFound('meeting block');
    requireMay(viewer, 'meetings.change', known.eventId);
    const locked = await this.blocks.toRearrange(known.eventId, work.manager);
    const block = locked.find(({ id }) => id === blockId);
    if (!block) throw new NotFound('meeting block');
    return block;
  }

  private async requireRoom({ roomId, eventId }: BlockDraft, work: Work): Promise<void> {
    if (!roomId) return;
    const room = await this.rooms.byId(roomId, work.manager);
    if (room?.eventId !== eventId) throw new NotFound('room');
  }

  private async setUp(work: Work, block: MeetingBlock, last: number, count: number): Promise<void> {
    const tables = Array.from({ length: count }, (_, index) => ({
      id: newId(),
      eventId: block.eventId,
      blockId: block.id,
      number: last + index + 1,
    }));
    await work.manager.insert(MeetingTable, tables);
  }
}

function fitsTables(count: number): boolean {
  return Number.isInteger(count) && count >= 1 && count <= mostTables;
}

function blockOf(draft: BlockDraft, event: Event): MeetingBlock | Refusal {
  const startsAt = eventTime(draft.startsAt, event.zone, 'startsAt');
  if (isRefusal(startsAt)) return startsAt;
  const endsAt = eventTime(draft.endsAt, event.zone, 'endsAt');
  if (isRefusal(endsAt)) return endsAt;
  const name = tidyLine(draft.name);
  if (name === '' || name.length > 100) return blockRefusals.BLOCK_NAME({ most: 100 }, 'name');
  const { slotMinutes, breakMinutes } = draft;
  const fault =
    faultOfBlock({ startsAt, endsAt, slotMinutes, breakMinutes }) ?? refuseOutside({ startsAt, endsAt }, event);
  if (fault) return fault;
  if (!fitsTables(draft.tables)) return blockRefusals.BLOCK_TABLES({ most: mostTables }, 'tables');
  const { eventId, roomId = null } = draft;
  return { id: newId(), eventId, name, startsAt, endsAt, slotMinutes, breakMinutes, roomId };
}
