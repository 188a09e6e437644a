import { EventDaysGuards, type Event } from '#events';
import type { Refusal } from '#kernel';
import type { Work } from '#platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MeetingBlockRepository } from './meeting-block.repository.js';
import { refuseOutside } from './meeting-block.rules.js';

/** An event's days and zone cannot change so that a meeting block would lie outside them. */
@Injectable()
export class MeetingBlockDaysGuard implements OnModuleInit {
  constructor(
    private readonly guards: EventDaysGuards,
    private readonly blocks: MeetingBlockRepository,
  ) {}

  onModuleInit(): void {
    this.guards.register((event, work) => this.refuse(event, work));
  }

  private async refuse(event: Event, work: Work): Promise<Refusal | null> {
    const blocks = await this.blocks.ofEvent(event.id, work.manager);
    return blocks.map((block) => refuseOutside(block, event)).find(Boolean) ?? null;
  }
}
