import { startOfDay } from '#kernel';
import { EventRepository } from '#events';
import { theSystem, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { DelegationRepository } from '../delegations/delegation.repository.js';
import { SeatRepository } from '../quotas/seat.repository.js';
import { RegistrationMoves } from './registration-moves.js';
import { SeatsFreed } from './registration.events.js';
import { RegistrationRepository } from './registration.repository.js';
import { offerEnd } from './registration.rules.js';

/** Offers free seats to those who wait, in the order in which they came, and takes back what nobody accepted in time. */
@Injectable()
export class WaitingListService {
  constructor(
    private readonly events: EventRepository,
    private readonly delegations: DelegationRepository,
    private readonly registrations: RegistrationRepository,
    private readonly seats: SeatRepository,
    private readonly moves: RegistrationMoves,
  ) {}

  /** Offers one seat of the event, if there is one and somebody waits for it. Each offer is a unit of work of its own. */
  async offerNext(work: Work, eventId: string): Promise<void> {
    const event = await this.events.byId(eventId, work.manager);
    const until = event && offerEnd(work.now, startOfDay(event.startsOn, event.zone));
    const next = until && (await this.registrations.nextInLine(work.manager, eventId));
    if (!next) return;
    await this.delegations.forChange(work.manager, next.delegationId);
    const registration = await this.registrations.forChange(work.manager, next.id);
    const noRoom = registration?.state === 'waitlisted' ? await this.seats.take(work.manager, next.delegationId) : null;
    if (registration?.state === 'waitlisted' && !noRoom) {
      await this.moves.move(work, theSystem, registration, ['offered'], { offerExpiresAt: until });
    }
    // Somebody else may wait for another seat; looked at anew, after this one is settled.
    if (noRoom !== 'event') await work.record(SeatsFreed, { eventId });
  }

  /** Ends an offer whose time is over; the seat goes to the next in line. */
  async lapse(work: Work, id: string, delegationId: string): Promise<void> {
    await this.delegations.forChange(work.manager, delegationId);
    const registration = await this.registrations.forChange(work.manager, id);
    const isOver = registration?.offerExpiresAt && registration.offerExpiresAt <= work.now;
    if (registration?.state === 'offered' && isOver) await this.moves.move(work, theSystem, registration, ['expired']);
  }
}
