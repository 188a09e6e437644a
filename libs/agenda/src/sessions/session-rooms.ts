import { EventRepository, RoomGuards, type Room } from '#events';
import { dayOf, timeOf, type Refusal } from '#kernel';
import type { Work } from '#platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SessionRepository } from './session.repository.js';
import { sessionRefusals } from './session.rules.js';

/** Keeps a room in use for as long as a session is to be held in it. */
@Injectable()
export class SessionRooms implements OnModuleInit {
  constructor(
    private readonly guards: RoomGuards,
    private readonly events: EventRepository,
    private readonly sessions: SessionRepository,
  ) {}

  onModuleInit(): void {
    this.guards.register((room, work) => this.refuse(room, work));
  }

  private async refuse(room: Room, { manager }: Work): Promise<Refusal | null> {
    const session = await this.sessions.firstIn(room.id, manager);
    const event = session && (await this.events.byId(room.eventId, manager));
    if (!event) return null;
    const { title, startsAt } = session;
    const when = { day: dayOf(startsAt, event.zone), from: timeOf(startsAt, event.zone) };
    return sessionRefusals.ROOM_HOLDS_SESSIONS({ room: room.name, session: title, ...when });
  }
}
