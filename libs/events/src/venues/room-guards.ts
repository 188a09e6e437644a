import type { Refusal } from '#kernel';
import type { Work } from '#platform';
import { Injectable } from '@nestjs/common';
import type { Room } from './room.entity.js';

/** Asked before a room is put away, inside the transaction and with its event locked: does something still stand in it? */
export type RoomGuard = (room: Room, work: Work) => Promise<Refusal | null>;

/** Upper libs that put something into rooms register here, because events cannot ask them by name. */
@Injectable()
export class RoomGuards {
  private readonly guards: RoomGuard[] = [];

  register(guard: RoomGuard): void {
    this.guards.push(guard);
  }

  async refuse(room: Room, work: Work): Promise<Refusal | null> {
    for (const guard of this.guards) {
      const refusal = await guard(room, work);
      if (refusal) return refusal;
    }
    return null;
  }
}
