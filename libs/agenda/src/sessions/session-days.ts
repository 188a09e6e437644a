import { EventDaysGuards } from '#events';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SessionRepository } from './session.repository.js';
import { dayOutside, sessionRefusals } from './session.rules.js';

/** Keeps an event's days around its sessions when somebody changes them. */
@Injectable()
export class SessionDays implements OnModuleInit {
  constructor(
    private readonly guards: EventDaysGuards,
    private readonly sessions: SessionRepository,
  ) {}

  onModuleInit(): void {
    this.guards.register(async (event, { manager }) => {
      const session = await this.sessions.firstOutside(event.id, event, manager);
      const day = session && dayOutside(event, session);
      return day ? sessionRefusals.EVENT_DAYS_HOLD_SESSIONS({ session: session.title, day }, 'startsOn') : null;
    });
  }
}
