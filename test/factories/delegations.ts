import { isRefusal, newId, type Refusal } from '#kernel';
import { EventSeriesService, EventService, type Event } from '#events';
import { InstitutionService, type Institution } from '#institutions';
import { theSystem, type LinkViewer } from '#platform';
import { DelegationService, type Delegation } from '#registrations';
import type { TestApp } from '../support/app.js';

/** The row, or an error that says which refusal came instead. */
export function done<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(`Refused: ${(answer as Refusal).code} ${(answer as Refusal).field ?? ''}`);
  return answer;
}

let names = 0;

/** Two days in Cusco, two weeks after `testStart`. */
export async function anEvent(app: TestApp, zone = 'America/Lima'): Promise<Event> {
  const number = ++names;
  const name = `Encuentro ${number} ${newId().slice(0, 8)}`;
  const series = done(await app.get(EventSeriesService).create(theSystem, { name, editionStyle: 'roman' }));
  const days = { startsOn: '2025-06-20', endsOn: '2025-06-21' };
  const draft = { seriesId: series.id, editionNumber: 2, zone, ...days, country: 'PE', city: 'Cusco' };
  return done(await app.get(EventService).create(theSystem, draft));
}

export async function anInstitution(app: TestApp, name = `Mancomunidad ${newId().slice(0, 8)}`): Promise<Institution> {
  return done(await app.get(InstitutionService).create(theSystem, { name, kind: 'mancomunidad', country: 'PE' }));
}

interface DelegationWish {
  readonly quota?: number;
  readonly eventId?: string;
  readonly needsReview?: boolean;
}

/** An opened delegation of an institution of its own. */
export async function aDelegation(app: TestApp, wish: DelegationWish = {}): Promise<Delegation> {
  const eventId = wish.eventId ?? (await anEvent(app)).id;
  const institution = await anInstitution(app);
  const delegations = app.get(DelegationService);
  const draft = { eventId, institutionId: institution.id, quota: wish.quota ?? 3, needsReview: wish.needsReview };
  const invited = done(await delegations.create(theSystem, draft));
  return done(await delegations.open(theSystem, invited.id));
}

/** Whoever came by the delegation's own link. */
export function focalPointOf(delegation: Delegation): LinkViewer {
  const { id: subjectId, eventId, linkId } = delegation;
  if (!linkId) throw new Error('The delegation is not open: it has no link');
  return { kind: 'link', purpose: 'delegation', subjectId, eventId, linkId, language: 'es', requestId: 'test' };
}

const givenNames = ['Rosa', 'Julián', 'Nélida', 'Óscar', 'Yanet', 'Wilber'];
const familyNames = ['Quispe Mamani', 'Huamán Ccopa', 'Ticona Flores', 'Choque Apaza', 'Ñahui Sulca'];

/** So many different people, as a focal point writes them down. */
export function people(
  count: number,
): { givenNames: string; familyNames: string; positionTitle: string; email: string }[] {
  return Array.from({ length: count }, (_, index) => ({
    givenNames: givenNames[index % givenNames.length],
    familyNames: familyNames[index % familyNames.length],
    positionTitle: index === 0 ? 'Alcaldesa' : 'Técnico',
    email: `persona${index + 1}@mancomunidad.example`,
  }));
}
