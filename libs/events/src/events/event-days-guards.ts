import type { Refusal } from '#kernel';
import type { Work } from '#platform';
import { Injectable } from '@nestjs/common';
import type { Event } from './event.entity.js';

/** Asked before an event's days or zone change, inside the transaction and with the event locked: may they be as they are now in `event`? */
export type EventDaysGuard = (event: Event, work: Work) => Promise<Refusal | null>;

/** Upper libs that keep something within an event's days register here, because events cannot ask them by name. */
@Injectable()
export class EventDaysGuards {
  private readonly guards: EventDaysGuard[] = [];

  register(guard: EventDaysGuard): void {
    this.guards.push(guard);
  }

  async refuse(event: Event, work: Work): Promise<Refusal | null> {
    for (const guard of this.guards) {
      const refusal = await guard(event, work);
      if (refusal) return refusal;
    }
    return null;
  }
}
