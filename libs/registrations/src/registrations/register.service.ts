import { isRefusal, newId, type Language } from '#kernel';
import { NotFound, once, UnitOfWork, violatedConstraint, type Viewer, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { allDone, nothingDone, type AllOrNothing } from '../all-or-nothing.js';
import type { Delegation } from '../delegations/delegation.entity.js';
import { requireHand } from '../delegations/delegation.policy.js';
import { DelegationRepository } from '../delegations/delegation.repository.js';
import { notOpen, wasSent } from '../delegations/delegation.rules.js';
import { SeatRepository, type NoRoom } from '../quotas/seat.repository.js';
import { faultsOfAll, repeated, tidyEntry, type TidyEntry } from './person-entry.rules.js';
import { documentFaults, Registrants, type RegistrantEntry } from './registrants.js';
import { RegistrationMoves } from './registration-moves.js';
import { Registration } from './registration.entity.js';
import { SeatsFreed } from './registration.events.js';
import { registrationRefusals } from './registration.refusals.js';
import { RegistrationRepository } from './registration.repository.js';
import { pathWhenSent, type RegistrationState } from './registration.rules.js';

/** People to be entered in one delegation, all or none. */
export interface RegistrationList {
  readonly delegationId: string;
  readonly people: readonly RegistrantEntry[];
  /** When not all find a seat, put all of them on the waiting list instead of refusing. */
  readonly mayWait?: boolean;
  /** The key of a submission that may come twice. */
  readonly submission?: string | null;
  /** Whoever registers them declares that they were told what their data is for; the language in which it was read. */
  readonly toldIn?: Language;
}

type Entry = TidyEntry & { readonly personId: string | null };

@Injectable()
export class RegisterService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly delegations: DelegationRepository,
    private readonly registrations: RegistrationRepository,
    private readonly registrants: Registrants,
    private readonly seats: SeatRepository,
    private readonly moves: RegistrationMoves,
  ) {}

  /**
   * Enters people with a seat each: as drafts while the delegation is being put together, at once on their way when it was sent.
   * Throws NotFound when the viewer has no hand in the delegation.
   */
  async register(viewer: Viewer, list: RegistrationList): Promise<AllOrNothing<Registration>> {
    const delegation = await this.delegations.byId(list.delegationId);
    if (!delegation) throw new NotFound('delegation');
    requireHand(viewer, delegation);
    const known = await this.registrants.known(viewer, list.people);
    if (isRefusal(known)) return nothingDone([known]);
    const people = known.map((entry) => ({ ...tidyEntry(entry), personId: entry.personId ?? null }));
    const faults = [...faultsOfAll(people), ...documentFaults(people)];
    return faults.length > 0 ? nothingDone(faults) : this.orTwice(() => this.enterOnce(viewer, list, people));
  }

  private async orTwice(enter: () => Promise<AllOrNothing<Registration>>): Promise<AllOrNothing<Registration>> {
    try {
      return await enter();
    } catch (error) {
      if (violatedConstraint(error) !== 'registration_once') throw error;
      return nothingDone([registrationRefusals.ALREADY_REGISTERED({}, 'people')]);
    }
  }

  private enterOnce(viewer: Viewer, list: RegistrationList, people: Entry[]): Promise<AllOrNothing<Registration>> {
    return this.unitOfWork.run(async (work) => {
      const { delegationId, mayWait = false } = list;
      const submission = {
        operation: `register:${delegationId}`,
        key: list.submission ?? null,
        request: { people, mayWait },
      };
      const answer = await once(work, submission, async () => {
        const ids = await this.enter(work, viewer, delegationId, people, mayWait);
        if (list.toldIn) await this.agree(work, viewer, ids, list.toldIn);
        return ids;
      });
      if (isRefusal(answer)) return nothingDone([answer]);
      const rows = await this.registrations.byIds(answer, work.manager);
      return allDone(answer.flatMap((id) => rows.get(id) ?? []));
    });
  }

  private async agree(work: Work, viewer: Viewer, ids: readonly string[], language: Language): Promise<void> {
    const rows = await this.registrations.byIds(ids, work.manager);
    const personIds = [...rows.values()].map(({ personId }) => personId);
    await this.registrants.agree(work, viewer, personIds, language);
  }

  /** Undoes the unit of work with the refusals when anybody cannot be entered. */
  private async enter(
    work: Work,
    viewer: Viewer,
    delegationId: string,
    people: Entry[],
    mayWait: boolean,
  ): Promise<string[]> {
    const waits = mayWait && !(await this.hasRoom(work, delegationId, people.length));
    const before = await this.known(work, delegationId);
    const full = waits ? null : await this.seats.seenFull(work.manager, before, people.length);
    if (full) await this.refuseForRoom(work, full, delegationId, people.length);
    const rows = await this.rowsOf(work, before, people, waits ? 'waitlisted' : 'draft');
    if (waits) await work.manager.insert(Registration, rows);
    else await this.takeSeats(work, delegationId, rows);
    await this.refuseTwice(work, delegationId, rows, people);
    // Read anew under the lock that the seats left on it: it may have been sent meanwhile.
    const delegation = await this.known(work, delegationId);
    for (const row of rows) await this.arrive(work, viewer, row, delegation);
    await this.moves.listed(work, viewer, delegation, rows);
    return rows.map(({ id }) => id);
  }

  private async known(work: Work, delegationId: string): Promise<Delegation> {
    const delegation = await this.delegations.byId(delegationId, work.manager);
    if (!delegation) throw new NotFound('delegation');
    return delegation;
  }

  private async hasRoom(work: Work, delegationId: string, asked: number): Promise<boolean> {
    const delegation = await this.delegations.forChange(work.manager, delegationId);
    if (!delegation) throw new NotFound('delegation');
    const closed = notOpen(delegation.state);
    if (closed) this.unitOfWork.undo(nothingDone([closed]));
    return (await this.seats.seenFull(work.manager, delegation, asked)) === null;
  }

  private async rowsOf(
    work: Work,
    { id: delegationId, eventId }: Delegation,
    people: Entry[],
    state: RegistrationState,
  ): Promise<Registration[]> {
    const registrants = await this.registrants.write(work, eventId, people);
    const fresh = { eventId, delegationId, state, createdAt: work.now, changedAt: work.now, calendarSequence: 0 };
    return registrants.map((registrant) => work.manager.create(Registration, { id: newId(), ...fresh, ...registrant }));
  }

  private async takeSeats(work: Work, delegationId: string, rows: Registration[]): Promise<void> {
    const noRoom = await this.seats.enter(work.manager, delegationId, rows);
    if (noRoom) await this.refuseForRoom(work, noRoom, delegationId, rows.length);
  }

  private async refuseForRoom(
    work: Work,
    noRoom: NonNullable<NoRoom>,
    delegationId: string,
    asked: number,
  ): Promise<never> {
    const delegation = await this.known(work, delegationId);
    const refusal = notOpen(delegation.state) ?? (await this.seats.refusalOf(work.manager, noRoom, delegation, asked));
    return this.unitOfWork.undo(nothingDone([refusal]));
  }

  /** Runs after the seats were taken: the delegation's row is locked by then, so nobody enters the same people meanwhile. */
  private async refuseTwice(work: Work, delegationId: string, rows: Registration[], people: Entry[]): Promise<void> {
    const others = await this.registrations.likenessesOf(
      work.manager,
      delegationId,
      rows.map(({ id }) => id),
    );
    const faults = repeated(people, others);
    if (faults.length > 0) this.unitOfWork.undo(nothingDone(faults));
  }

  private async arrive(work: Work, viewer: Viewer, row: Registration, delegation: Delegation): Promise<void> {
    await this.moves.entered(work, viewer, row);
    if (row.state === 'waitlisted') await work.record(SeatsFreed, { eventId: row.eventId });
    else if (wasSent(delegation.state)) await this.moves.move(work, viewer, row, pathWhenSent(delegation.needsReview));
  }
}
