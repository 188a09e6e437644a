import { Institution } from '#institutions';
import { newId, type Refusal } from '#kernel';
import {
  BilateralMeeting,
  MeetingBlockService,
  MeetingParty,
  MeetingPartyService,
  MeetingRequest,
  MeetingRequestService,
} from '#meetings';
import type { MeetingBlock } from '#meetings';
import { PersonService } from '#people';
import { theSystem, type LinkViewer } from '#platform';
import { testStart, type TestApp } from '../support/app.js';
import { anEvent, anInstitution, done } from './delegations.js';

export const friday = '2025-06-20';

interface BlockWish {
  readonly from?: string;
  readonly to?: string;
  readonly tables?: number;
  readonly slotMinutes?: number;
}

/** Friday from 09:00 to 11:00 in six slots of 20 minutes at three tables, unless it says otherwise. */
export async function aBlock(app: TestApp, eventId: string, wish: BlockWish = {}): Promise<MeetingBlock> {
  const { from = '09:00', to = '11:00', tables = 3, slotMinutes = 20 } = wish;
  const times = { startsAt: `${friday}T${from}`, endsAt: `${friday}T${to}`, slotMinutes, breakMinutes: 0 };
  const draft = { eventId, name: 'Viernes por la mañana', tables, ...times };
  return done(await app.get(MeetingBlockService).open(theSystem, draft));
}

/** A party with an institution and a contact of its own. */
export async function aParty(app: TestApp, eventId: string, name?: string): Promise<MeetingParty> {
  const institution = await anInstitution(app, name);
  const contact = { givenNames: 'Nélida', familyNames: 'Ticona Flores', email: 'contacto@mancomunidad.example' };
  const person = done(await app.get(PersonService).create(theSystem, contact));
  return done(await app.get(MeetingPartyService).join(theSystem, eventId, institution.id, person.id));
}

/** Whoever came by the party's own link. */
export function contactOf({ id: subjectId, eventId, linkId }: MeetingParty): LinkViewer {
  if (!linkId) throw new Error('The party has no link');
  return { kind: 'link', purpose: 'meetings', subjectId, eventId, linkId, language: 'es', requestId: 'test' };
}

export async function aRequest(
  app: TestApp,
  from: MeetingParty,
  to: MeetingParty,
  preferred?: string,
): Promise<MeetingRequest> {
  const draft = { eventId: from.eventId, fromPartyId: from.id, toPartyId: to.id, topic: 'Fibra de alpaca' };
  const preferredStartsAt = preferred ? `${friday}T${preferred}` : null;
  return done(await app.get(MeetingRequestService).send(contactOf(from), { ...draft, preferredStartsAt }));
}

/** The meeting of a request that the asked party accepted for that time. */
export async function aMeeting(
  app: TestApp,
  from: MeetingParty,
  to: MeetingParty,
  at: string,
): Promise<BilateralMeeting> {
  const request = await aRequest(app, from, to);
  done(await app.get(MeetingRequestService).accept(contactOf(to), request.id, `${friday}T${at}`));
  return app.dataSource.getRepository(BilateralMeeting).findOneByOrFail({ requestId: request.id });
}

/** An event with one meeting block and the number of parties that is asked for. */
export async function aMeetingDay(app: TestApp, parties: number, wish: BlockWish = {}) {
  const event = await anEvent(app);
  const block = await aBlock(app, event.id, wish);
  const all: MeetingParty[] = [];
  for (let n = 0; n < parties; n += 1) all.push(await aParty(app, event.id));
  return { event, block, parties: all };
}

/** The code of a refusal, or null for a row. */
export function codeOf(answer: object): string | null {
  return 'code' in answer ? (answer as Refusal).code : null;
}

/** So many parties, each with a request that waits for the host: written at once, since a race needs hundreds. Answers the requests' ids. */
export async function manyRequests(app: TestApp, host: MeetingParty, count: number): Promise<string[]> {
  const { eventId, contactPersonId, id: toPartyId } = host;
  const createdAt = testStart;
  const institutions = Array.from({ length: count }, (_, n) => {
    const name = `Mancomunidad ${n + 1} ${newId().slice(0, 8)}`;
    return { id: newId(), name, kind: 'mancomunidad' as const, country: 'PE', isDemonstration: false, createdAt };
  });
  const parties = institutions.map(({ id: institutionId, name }) => {
    return { id: newId(), eventId, institutionId, contactPersonId, name, linkId: null };
  });
  const requests = parties.map(({ id: fromPartyId }) => {
    const texts = { topic: 'Fibra de alpaca', state: 'requested' as const };
    const expiresAt = new Date(createdAt.getTime() + 7 * 86_400_000);
    return { id: newId(), eventId, fromPartyId, toPartyId, ...texts, createdAt, expiresAt };
  });
  const { manager } = app.dataSource;
  await manager.insert(Institution, institutions);
  await manager.insert(MeetingParty, parties);
  await manager.insert(MeetingRequest, requests);
  return requests.map(({ id }) => id);
}
