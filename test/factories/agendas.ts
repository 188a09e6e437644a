import { SessionService, SpeakerService, type Session, type SessionDraft, type Speaker } from '#agenda';
import { EventOrganizerService, EventService, RoomService, VenueService, type Event, type Room } from '#events';
import { newId } from '#kernel';
import { PersonService, PositionService, type Person } from '#people';
import { theSystem } from '#platform';
import type { TestApp } from '../support/app.js';
import { anEvent, anInstitution, done } from './delegations.js';

export { anEvent, anInstitution, done } from './delegations.js';

export async function aRoom(app: TestApp, event: Event, name = `Sala ${newId().slice(0, 6)}`): Promise<Room> {
  const place = { eventId: event.id, name: `Local ${newId().slice(0, 6)}`, address: 'Av. de la Cultura 733' };
  const venue = done(await app.get(VenueService).add(theSystem, place));
  return done(await app.get(RoomService).add(theSystem, { venueId: venue.id, name, capacity: 60 }));
}

/** A talk from 09:00 to 10:00 on the event's first day, unless it is wished otherwise. */
export function sessionDraft(event: Event, wish: Partial<SessionDraft> = {}): SessionDraft {
  const day = event.startsOn;
  const times = { startsAt: `${day}T09:00`, endsAt: `${day}T10:00` };
  return { eventId: event.id, kind: 'talk', title: 'Agua segura', ...times, ...wish };
}

export async function aSession(app: TestApp, event: Event, wish: Partial<SessionDraft> = {}): Promise<Session> {
  return done(await app.get(SessionService).create(theSystem, sessionDraft(event, wish)));
}

export async function aPerson(app: TestApp, familyNames = 'Quispe Mamani'): Promise<Person> {
  const email = `${newId().slice(0, 8)}@mancomunidad.example`;
  return done(await app.get(PersonService).create(theSystem, { givenNames: 'Rosa', familyNames, email }));
}

/** Somebody who speaks as mayor of an institution of their own. */
export async function aSpeaker(app: TestApp, session: Session, person?: Person): Promise<Speaker> {
  const { id: personId } = person ?? (await aPerson(app));
  const { id: institutionId } = await anInstitution(app);
  const draft = { personId, institutionId, title: 'Alcaldesa', startsOn: '2023-01-01' };
  const position = done(await app.get(PositionService).create(theSystem, draft));
  const speaker = { sessionId: session.id, personId, positionId: position.id, role: 'ponente' } as const;
  return done(await app.get(SpeakerService).add(theSystem, speaker));
}

/** A public event with one organising institution. */
export async function aPublicEvent(app: TestApp, zone?: string): Promise<Event> {
  const event = await anEvent(app, zone);
  const { id: institutionId } = await anInstitution(app);
  const draft = { eventId: event.id, institutionId, role: 'organiser' } as const;
  done(await app.get(EventOrganizerService).add(theSystem, draft));
  return done(await app.get(EventService).publish(theSystem, event.id));
}
