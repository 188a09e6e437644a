import { EventRepository, type Event } from '#events';
import { Clock } from '#kernel';
import { NotFound, type Viewer, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { MeetingBlock } from '../blocks/meeting-block.entity.js';
import { MeetingBlockRepository } from '../blocks/meeting-block.repository.js';
import { slotsOfBlock } from '../blocks/meeting-block.rules.js';
import type { MeetingParty } from '../parties/meeting-party.entity.js';
import { requireSight } from '../parties/meeting-party.policy.js';
import { MeetingPartyRepository } from '../parties/meeting-party.repository.js';
import { PartiesSlots } from './parties-slots.js';
import type { MeetingSlot } from './slot-book.rules.js';
import { SlotRepository } from './slot.repository.js';

/** Whose free slots are asked for. */
export interface SlotQuestion {
  readonly eventId: string;
  readonly partyIds: readonly string[];
  /** Only the slots of this block; null: of all the event's blocks. */
  readonly blockId?: string | null;
  /** A meeting whose own slot counts as free, because it is to be moved. */
  readonly exceptMeetingId?: string | null;
}

@Injectable()
export class SlotService {
  constructor(
    private readonly slots: SlotRepository,
    private readonly blocks: MeetingBlockRepository,
    private readonly parties: MeetingPartyRepository,
    private readonly events: EventRepository,
    private readonly clock: Clock,
    private readonly dataSource: DataSource,
  ) {}

  /** The slots to come that both parties and a table have free. Either party may ask, and staff of the event. */
  async freeFor(
    viewer: Viewer,
    partyId: string,
    withPartyId: string,
    exceptMeetingId: string | null = null,
  ): Promise<MeetingSlot[]> {
    const party = await this.parties.byId(partyId);
    if (!party) throw new NotFound('meeting party');
    requireSight(viewer, party.eventId, [partyId]);
    const { eventId } = party;
    return (await this.seenBy({ eventId, partyIds: [partyId, withPartyId], exceptMeetingId })).free();
  }

  /** As `freeFor`, with each of several others at once. */
  async freeWithEach(viewer: Viewer, partyId: string, others: readonly string[]): Promise<Map<string, MeetingSlot[]>> {
    const party = await this.parties.byId(partyId);
    if (!party) throw new NotFound('meeting party');
    requireSight(viewer, party.eventId, [partyId]);
    const seen = await this.seenBy({ eventId: party.eventId, partyIds: [partyId, ...new Set(others)] });
    return new Map(others.map((other) => [other, seen.freeOf([partyId, other])]));
  }

  /** The slots as the parties find them now. They may be lost a moment later. */
  async seenBy(question: SlotQuestion, manager: EntityManager = this.dataSource.manager): Promise<PartiesSlots> {
    const blocks = await this.blocks.ofEvent(question.eventId, manager);
    const found = await this.parties.byIds(question.partyIds);
    return this.read(question, blocks, [...found.values()], manager);
  }

  /** Before a meeting is added: nobody moves meetings or changes the parties' availability until this unit of work ends. */
  async toFill(question: SlotQuestion, work: Work): Promise<PartiesSlots> {
    const blocks = await this.blocks.toFill(question.eventId, work.manager);
    const parties = await this.parties.toMeet(question.partyIds, work.manager);
    return this.read(question, blocks, parties, work.manager);
  }

  /** Before a meeting is moved: nobody adds or moves any until this unit of work ends. */
  async toRearrange(question: SlotQuestion, work: Work): Promise<PartiesSlots> {
    const blocks = await this.blocks.toRearrange(question.eventId, work.manager);
    const parties = await this.parties.toMeet(question.partyIds, work.manager);
    return this.read(question, blocks, parties, work.manager);
  }

  private async read(
    question: SlotQuestion,
    blocks: readonly MeetingBlock[],
    parties: readonly MeetingParty[],
    manager: EntityManager,
  ): Promise<PartiesSlots> {
    const { eventId, blockId = null, exceptMeetingId = null } = question;
    const event = await this.eventOf(eventId, manager);
    const complete = question.partyIds.every((id) =>
      parties.some((party) => party.id === id && party.eventId === eventId),
    );
    if (!complete) throw new NotFound('meeting party');
    const asked = blocks.filter(({ id }) => blockId === null || id === blockId);
    const slots = asked.flatMap((block) => slotsOfBlock(block).map((slot) => ({ ...slot, blockId: block.id })));
    const { tables, taken, busy } = await this.slots.factsFor(eventId, parties, exceptMeetingId, manager);
    const times = parties.map(({ id, name }) => ({ id, name, busy: busy.get(id) ?? [] }));
    return new PartiesSlots(event, { now: this.clock.now(), zone: event.zone, slots, tables, taken }, times);
  }

  private async eventOf(id: string, manager: EntityManager): Promise<Event> {
    const event = await this.events.byId(id, manager);
    if (!event) throw new NotFound('event');
    return event;
  }
}
