import type { Refusal } from '#kernel';
import { NotFound, nothingChanged, UnitOfWork, type Viewer, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { nothingDone, allDone, type AllOrNothing } from '../all-or-nothing.js';
import type { Delegation } from '../delegations/delegation.entity.js';
import { requireHand, requireStaff } from '../delegations/delegation.policy.js';
import { DelegationRepository } from '../delegations/delegation.repository.js';
import { delegationRefusals } from '../delegations/delegation.rules.js';
import { faultsOf, repeated, tidyEntry, type PersonEntry, type TidyEntry } from './person-entry.rules.js';
import { documentFaults, Registrants } from './registrants.js';
import { RegistrationMoves } from './registration-moves.js';
import { Registration } from './registration.entity.js';
import { RegistrationCorrected } from './registration.events.js';
import { registrationRefusals } from './registration.refusals.js';
import { RegistrationRepository } from './registration.repository.js';
import { registrationLifecycle } from './registration.rules.js';

const verbs = {
  withdrawn: 'withdrawRegistration',
  cancelled: 'cancelRegistration',
  confirmed: 'confirmRegistration',
  rejected: 'rejectRegistration',
} as const;

interface Held {
  readonly delegation: Delegation;
  readonly registration: Registration;
}

/** What happens to one person's registration after it was entered. */
@Injectable()
export class RegistrationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly delegations: DelegationRepository,
    private readonly registrations: RegistrationRepository,
    private readonly registrants: Registrants,
    private readonly moves: RegistrationMoves,
  ) {}

  /** The delegation takes a person back; the seat is free again. Withdrawing twice changes nothing. */
  withdraw(viewer: Viewer, id: string): Promise<Registration | Refusal> {
    return this.change(viewer, id, 'party', (work, { delegation, registration }) => {
      if (registration.state === 'withdrawn') return nothingChanged(registration);
      if (delegation.state === 'closed') return delegationRefusals.DELEGATION_CLOSED();
      return this.end(work, viewer, registration, 'withdrawn');
    });
  }

  /** The organisers take a person off; whoever was confirmed gets a cancellation. */
  cancel(viewer: Viewer, id: string): Promise<Registration | Refusal> {
    return this.change(viewer, id, 'staff', (work, { registration }) =>
      registration.state === 'cancelled'
        ? nothingChanged(registration)
        : this.end(work, viewer, registration, 'cancelled'),
    );
  }

  confirm(viewer: Viewer, id: string): Promise<Registration | Refusal> {
    return this.change(viewer, id, 'staff', (work, held) => this.review(work, viewer, held.registration, 'confirmed'));
  }

  reject(viewer: Viewer, id: string): Promise<Registration | Refusal> {
    return this.change(viewer, id, 'staff', (work, held) => this.review(work, viewer, held.registration, 'rejected'));
  }

  /** Takes the seat that became free; it was kept for this person until the offer's end. */
  acceptOffer(viewer: Viewer, id: string): Promise<Registration | Refusal> {
    return this.change(viewer, id, 'party', async (work, { registration }) => {
      if (registration.state === 'confirmed') return nothingChanged(registration);
      const isOpen = registration.offerExpiresAt !== null && registration.offerExpiresAt > work.now;
      if (registration.state !== 'offered' || !isOpen) return registrationRefusals.NO_SEAT_OFFERED();
      await this.moves.move(work, viewer, registration, ['confirmed'], { verb: 'acceptSeatOffer' });
      return registration;
    });
  }

  /** Writes a person's data anew. A person whom the registration did not make keeps names and contacts; only the position changes. */
  async correct(viewer: Viewer, id: string, entry: PersonEntry): Promise<AllOrNothing<Registration>> {
    const tidy = tidyEntry(entry);
    const answer = await this.change<AllOrNothing<Registration>>(viewer, id, 'party', async (work, held) => {
      if (held.delegation.state === 'closed') return nothingDone([delegationRefusals.DELEGATION_CLOSED()]);
      if (registrationLifecycle.isFinal(held.registration.state))
        return nothingDone([registrationRefusals.REGISTRATION_ENDED()]);
      const faults = [...faultsOf(tidy, 0), ...documentFaults([tidy])];
      if (faults.length > 0) return nothingDone(faults);
      const others = await this.registrations.likenessesOf(work.manager, held.delegation.id, [id]);
      const twice = repeated([tidy], others);
      return twice.length > 0 ? nothingDone(twice) : allDone([await this.write(work, viewer, held.registration, tidy)]);
    });
    return answer;
  }

  private async write(work: Work, viewer: Viewer, registration: Registration, entry: TidyEntry): Promise<Registration> {
    const { positionTitle } = registration;
    registration.positionTitle = entry.positionTitle;
    await work.manager.update(Registration, { id: registration.id }, { positionTitle: entry.positionTitle });
    const person = registration.madePerson
      ? await this.registrants.correct(work, registration.personId, entry)
      : { before: {}, after: {} };
    const before = { ...person.before, positionTitle };
    const after = { ...person.after, positionTitle: entry.positionTitle };
    await this.moves.corrected(work, viewer, registration, { before, after });
    await work.record(RegistrationCorrected, { registrationId: registration.id });
    return registration;
  }

  private async end(
    work: Work,
    viewer: Viewer,
    registration: Registration,
    state: keyof typeof verbs,
  ): Promise<Registration | Refusal> {
    if (!registrationLifecycle.allows(registration.state, state)) return registrationRefusals.REGISTRATION_ENDED();
    await this.moves.move(work, viewer, registration, [state], { verb: verbs[state] });
    return registration;
  }

  private async review(
    work: Work,
    viewer: Viewer,
    registration: Registration,
    state: keyof typeof verbs,
  ): Promise<Registration | Refusal> {
    if (registration.state === state) return nothingChanged(registration);
    if (registration.state !== 'under_review') return registrationRefusals.REGISTRATION_NOT_UNDER_REVIEW();
    await this.moves.move(work, viewer, registration, [state], { verb: verbs[state] });
    return registration;
  }

  /** Locks the delegation, then the registration (the order everywhere), once the viewer is known to have a hand in it. */
  private async change<T>(
    viewer: Viewer,
    id: string,
    who: 'party' | 'staff',
    body: (work: Work, held: Held) => T | Promise<T>,
  ): Promise<T> {
    return this.unitOfWork.run(async (work) => {
      const found = await this.registrations.byId(id, work.manager);
      const delegation = found && (await this.delegations.forChange(work.manager, found.delegationId));
      if (!delegation) throw new NotFound('registration');
      if (who === 'staff') requireStaff(viewer, delegation.eventId, 'registrations.change', 'registration');
      else requireHand(viewer, delegation);
      const registration = await this.registrations.forChange(work.manager, id);
      if (!registration) throw new NotFound('registration');
      return body(work, { delegation, registration });
    });
  }
}
