import { AuditService } from '#identity';
import type { Difference, Viewer, Work } from '#platform';
import { Injectable } from '@nestjs/common';
import type { Delegation } from '../delegations/delegation.entity.js';
import { SeatRepository } from '../quotas/seat.repository.js';
import { Registration } from './registration.entity.js';
import { arrivals, ConfirmedRegistrationEnded, SeatsFreed } from './registration.events.js';
import { registrationLifecycle, seatsFreed, type RegistrationState } from './registration.rules.js';

interface MoveOptions {
  /** Until when the seat that is offered is kept. */
  readonly offerExpiresAt?: Date | null;
  /** What was done, when the move is the whole of a verb and not what follows from one. */
  readonly verb?: string;
}

/** The one place where a registration changes its state: counts, calendar, facts and audit go with it. */
@Injectable()
export class RegistrationMoves {
  constructor(
    private readonly seats: SeatRepository,
    private readonly audit: AuditService,
  ) {}

  /**
   * Moves a locked registration along a path of states. The caller holds its delegation's lock, has refused what cannot be moved,
   * and has taken the seat that an offer needs.
   */
  async move(
    work: Work,
    viewer: Viewer,
    registration: Registration,
    path: readonly RegistrationState[],
    { offerExpiresAt = null, verb }: MoveOptions = {},
  ): Promise<void> {
    const from = registration.state;
    const to = this.endOf(registration, path);
    if (from === to) return;
    if (from === 'confirmed') registration.calendarSequence += 1;
    Object.assign(registration, { state: to, offerExpiresAt, changedAt: work.now });
    const { id, state, changedAt, calendarSequence } = registration;
    await work.manager.update(Registration, { id }, { state, offerExpiresAt, changedAt, calendarSequence });
    await this.tell(work, registration, from);
    const subject = { subject: 'Registration', subjectId: id, eventId: registration.eventId };
    const states = { before: { state: from }, after: { state } };
    await this.audit.record(work, { viewer, action: verb ?? `registration.${state}`, ...subject, ...states });
  }

  private endOf(registration: Registration, path: readonly RegistrationState[]): RegistrationState {
    return path.reduce((state, next) => {
      if (!registrationLifecycle.allows(state, next))
        throw new Error(`A registration does not go from ${state} to ${next}`);
      return next;
    }, registration.state);
  }

  private async tell(work: Work, registration: Registration, from: RegistrationState): Promise<void> {
    const { id, eventId, delegationId, state } = registration;
    if (seatsFreed(from, state) > 0) {
      await this.seats.free(work.manager, delegationId);
      await work.record(SeatsFreed, { eventId });
    }
    await work.record(arrivals[state], { registrationId: id });
    if (from === 'confirmed') await work.record(ConfirmedRegistrationEnded, { registrationId: id });
  }

  /** Notes that a registration has just been entered, in the state that it has. */
  async entered(work: Work, viewer: Viewer, registration: Registration): Promise<void> {
    const { id, eventId, state } = registration;
    await work.record(arrivals[state], { registrationId: id });
    const subject = { subject: 'Registration', subjectId: id, eventId };
    await this.audit.record(work, { viewer, action: 'registration.entered', ...subject, after: { state } });
  }

  /** Notes the list as which people were entered, beside the entries of each of them. */
  async listed(work: Work, viewer: Viewer, { id, eventId }: Delegation, rows: readonly Registration[]): Promise<void> {
    const after = { registrations: rows.map((row) => row.id) };
    const subject = { subject: 'Delegation', subjectId: id, eventId };
    await this.audit.record(work, { viewer, action: 'registerPeople', ...subject, after });
  }

  async corrected(work: Work, viewer: Viewer, { id, eventId }: Registration, change: Difference): Promise<void> {
    const subject = { subject: 'Registration', subjectId: id, eventId };
    await this.audit.record(work, { viewer, action: 'correctRegistration', ...subject, ...change });
  }
}
