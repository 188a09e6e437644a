import { RoomGuards } from '#events';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MeetingBlockRepository } from './meeting-block.repository.js';
import { blockRefusals } from './meeting-block.rules.js';

/** A room stays in use for as long as a meeting block is held in it. */
@Injectable()
export class MeetingBlockRoomsGuard implements OnModuleInit {
  constructor(
    private readonly guards: RoomGuards,
    private readonly blocks: MeetingBlockRepository,
  ) {}

  onModuleInit(): void {
    this.guards.register(async (room, { manager }) => {
      const blocks = await this.blocks.ofEvent(room.eventId, manager);
      const block = blocks.find(({ roomId }) => roomId === room.id);
      return block ? blockRefusals.ROOM_HOLDS_BLOCK({ room: room.name, block: block.name }) : null;
    });
  }
}
