import { AgendaVersionService, SessionService, SpeakerService, ThematicBlockService, type SessionKind } from '#agenda';
import {
  EventOrganizerService,
  EventSeriesService,
  EventService,
  RoomService,
  VenueService,
  type Event,
  type Room,
} from '#events';
import { InstitutionService } from '#institutions';
import { isRefusal, type Refusal } from '#kernel';
import { PersonService, PositionService } from '#people';
import { theSystem } from '#platform';
import type { Type } from '@nestjs/common';

/** Whatever hands out the product's services. */
export interface Services {
  get<T>(type: Type<T>): T;
}

function done<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(`Refused: ${answer.code}`);
  return answer;
}

const colours = ['teal', 'cochineal', 'green', 'adobe', 'night'] as const;
const kinds: readonly SessionKind[] = ['talk', 'panel', 'articulation_table', 'workshop', 'networking'];
const hours = ['09', '10', '11', '14', '15', '16'];

async function anEvent(app: Services): Promise<Event> {
  const name = 'Encuentro de medición de mancomunidades municipales';
  const series = done(await app.get(EventSeriesService).create(theSystem, { name, editionStyle: 'roman' }));
  const days = { startsOn: '2025-06-20', endsOn: '2025-06-21' };
  const place = { zone: 'America/Lima', country: 'PE', city: 'Cusco' };
  const draft = { seriesId: series.id, editionNumber: 2, slug: 'encuentro-de-medicion', ...days, ...place };
  return done(await app.get(EventService).create(theSystem, draft));
}

async function roomsOf(app: Services, eventId: string): Promise<Room[]> {
  const place = { eventId, name: 'Paraninfo de medición', address: 'Plaza de Armas, Cusco' };
  const venue = done(await app.get(VenueService).add(theSystem, place));
  const rooms: Room[] = [];
  for (const name of ['Sala Qosqo', 'Sala Urubamba', 'Sala Ausangate', 'Sala Vilcanota', 'Patio']) {
    rooms.push(done(await app.get(RoomService).add(theSystem, { venueId: venue.id, name, capacity: 80 })));
  }
  return rooms;
}

/** Two days of six hours in five rooms: 60 sessions with two speakers each, published. Answers the event's slug. */
export async function seedAgenda(app: Services): Promise<string> {
  const event = await anEvent(app);
  const institution = done(
    await app
      .get(InstitutionService)
      .create(theSystem, { name: 'Mancomunidad de Medición', kind: 'mancomunidad', country: 'PE' }),
  );
  const organizer = { eventId: event.id, institutionId: institution.id, role: 'organiser' } as const;
  done(await app.get(EventOrganizerService).add(theSystem, organizer));
  const rooms = await roomsOf(app, event.id);
  const blocks: string[] = [];
  for (const [index, colour] of colours.entries()) {
    const block = { eventId: event.id, name: `Eje temático número ${index + 1}`, colour };
    blocks.push(done(await app.get(ThematicBlockService).add(theSystem, block)).id);
  }
  for (const day of ['2025-06-20', '2025-06-21']) {
    for (const hour of hours) {
      for (const [index, room] of rooms.entries()) {
        const session = done(
          await app.get(SessionService).create(theSystem, {
            eventId: event.id,
            kind: kinds[index],
            title: `Experiencia compartida ${day.slice(-2)}-${hour}: gestión del agua en el eje ${index + 1}`,
            startsAt: `${day}T${hour}:00`,
            endsAt: `${day}T${hour}:50`,
            roomId: room.id,
            blockId: blocks[index],
          }),
        );
        await twoSpeakers(app, session.id, institution.id);
      }
    }
  }
  done(await app.get(EventService).publish(theSystem, event.id));
  done(await app.get(AgendaVersionService).publish(theSystem, event.id));
  return event.slug;
}

async function twoSpeakers(app: Services, sessionId: string, institutionId: string): Promise<void> {
  for (const role of ['ponente', 'moderador'] as const) {
    const names = { givenNames: 'Rosa Elena', familyNames: 'Quispe Mamani' };
    const person = done(await app.get(PersonService).create(theSystem, names));
    const draft = { personId: person.id, institutionId, title: 'Alcaldesa distrital', startsOn: '2023-01-01' };
    const position = done(await app.get(PositionService).create(theSystem, draft));
    done(
      await app.get(SpeakerService).add(theSystem, { sessionId, personId: person.id, positionId: position.id, role }),
    );
  }
}
