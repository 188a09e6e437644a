import { newId } from '#kernel';
import { Person, Position } from '#people';
import type { Work } from '#platform';
import { Delegation, Registration } from '#registrations';
import type { SeededEvent } from './seed-event.js';
import type { SeededInstitution, SeededInstitutions } from './seed-institutions.js';
import { syntheticPerson } from './synthetic-people.js';

const quota = 3;

/** Functions that the note names among those who came. */
const functions = ['Alcaldesa', 'Regidor', 'Técnica de desarrollo económico local'];

interface Seat {
  readonly delegation: { readonly id: string; readonly institutionId: string };
  readonly personId: string;
  readonly positionTitle: string;
  /** Null for a spokesman, who is a person already. */
  readonly number: number | null;
}

/**
 * A delegation per institution with its people: more than 120, from more than 50 mancomunidades. The last two mancomunidades have not been
 * invited yet, so that a newcomer can play that part.
 */
export async function seedDelegations(
  work: Work,
  event: SeededEvent,
  institutions: SeededInstitutions,
): Promise<readonly SeededInstitution[]> {
  const uninvited = institutions.mancomunidades.slice(-2);
  const present = [...institutions.named.values(), ...institutions.mancomunidades.slice(0, -2)];
  const delegations = present.map((one) => delegationRow(work, event, one));
  const seats = delegations.flatMap((delegation, n) =>
    seatsOf(delegation, present[n], institutions.nextPerson + n * quota, n),
  );
  await work.manager.insert(
    Delegation,
    delegations.map((row, n) => ({ ...row, taken: seatCount(n) })),
  );
  await seedPeople(work, seats);
  await work.manager.insert(
    Registration,
    seats.map((seat) => ({ ...registrationRow(work, event, seat) })),
  );
  return uninvited;
}

/** One delegation in three is full; the others have one free seat. */
const seatCount = (n: number): number => (n % 3 === 0 ? quota : quota - 1);

function delegationRow(work: Work, event: SeededEvent, { id: institutionId, personId }: SeededInstitution) {
  return {
    id: newId(),
    eventId: event.id,
    institutionId,
    quota,
    taken: 0,
    focalPointPersonId: personId,
    state: 'submitted' as const,
    needsReview: false,
    linkId: null,
    createdAt: new Date(work.now.getTime() - 20 * 86_400_000),
    submittedAt: new Date(work.now.getTime() - 7 * 86_400_000),
  };
}

function seatsOf(
  delegation: Seat['delegation'],
  { personId }: SeededInstitution,
  firstNumber: number,
  n: number,
): Seat[] {
  const spokesman: Seat = { delegation, personId, positionTitle: 'Presidencia', number: null };
  const others = Array.from({ length: seatCount(n) - 1 }, (_, index) => ({
    delegation,
    personId: newId(),
    positionTitle: functions[(n + index) % functions.length],
    number: firstNumber + index,
  }));
  return [spokesman, ...others];
}

async function seedPeople(work: Work, seats: readonly Seat[]): Promise<void> {
  const newcomers = seats.filter((seat): seat is Seat & { number: number } => seat.number !== null);
  await work.manager.insert(
    Person,
    newcomers.map(({ personId, number }) => {
      const person = { id: personId, ...syntheticPerson(number), phone: null, language: 'es' as const };
      return { ...person, isDemonstration: true, createdAt: work.now };
    }),
  );
  await work.manager.insert(
    Position,
    newcomers.map(({ personId, positionTitle, delegation }) => ({
      id: newId(),
      personId,
      institutionId: delegation.institutionId,
      title: positionTitle,
      startsOn: '2025-01-01',
      endsOn: null,
    })),
  );
}

function registrationRow(work: Work, event: SeededEvent, { delegation, personId, positionTitle, number }: Seat) {
  return {
    id: newId(),
    eventId: event.id,
    delegationId: delegation.id,
    personId,
    positionTitle,
    state: 'confirmed' as const,
    madePerson: number !== null,
    offerExpiresAt: null,
    calendarSequence: 0,
    createdAt: new Date(work.now.getTime() - 10 * 86_400_000),
    changedAt: new Date(work.now.getTime() - 7 * 86_400_000),
  };
}
